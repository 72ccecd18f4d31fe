import Moderation
import Testing

@Suite struct SeriesTests {
  @Test func seriesSumWholeRunsFromTheNewestBack() {
    var series = HourlySeries()
    series.add(1)
    for hour in 1...5 {
      series.advance(to: Int64(hour), filler: 0)
      series.add(Int32(hour + 1))
    }
    #expect(series.values == [1, 2, 3, 4, 5, 6])
    #expect(series.count == 6)
    #expect(series.sums(of: 2, newest: 9) == [3, 7, 11])
    #expect(series.sums(of: 4, newest: 9) == [18])
    #expect(series.peaks(of: 2, newest: 9) == [2, 4, 6])
    #expect(series.peaks(of: 2, newest: 1) == [6])
    #expect(series.sums(of: 1, newest: 3) == [4, 5, 6])
    #expect(series.sums(of: 24, newest: 9) == [])
    series.advance(to: 1_000_000, filler: 7)
    #expect(series.values.count <= HourlySeries.capacity)
    #expect(series.lastHour == 1_000_000)
    #expect(series.values.allSatisfy { $0 == 7 })
  }

  @Test func skippedHoursAreFilled() {
    var series = HourlySeries()
    series.raise(to: 5)
    series.advance(to: 3, filler: 2)
    series.raise(to: 1)
    #expect(series.values == [5, 2, 2, 2])
    #expect(series.lastHour == 3)
  }

  @Test func theNewestAreKeptInOrder() {
    var newest = Newest<Int>()
    for number in 0..<2_000 {
      newest.add(number)
      #expect(newest.elements.count == min(number + 1, Newest<Int>.capacity))
      #expect(newest.elements.first == number)
    }
    #expect(Array(newest.elements) == (1_744..<2_000).reversed())
  }

  @Test func theFingerprintTellsLogsApart() {
    func fingerprint(_ facts: Fact...) -> LogFingerprint {
      var fingerprint = LogFingerprint()
      for fact in facts { fingerprint.add(Event(time: 5, fact: fact)) }
      return fingerprint
    }
    let subject = SmallWorld.post(1, .lawful)
    let passed = fingerprint(.merged(subject, .report))
    #expect(passed == fingerprint(.merged(subject, .report)))
    #expect(passed != fingerprint(.merged(subject, .order)))
    #expect(passed != fingerprint(.merged(subject, .report, .removed)))
    #expect(passed != fingerprint(.merged(SmallWorld.post(1, .violating), .report)))
    #expect(passed != fingerprint())
    #expect(passed.hex.count == 16)
  }
}
