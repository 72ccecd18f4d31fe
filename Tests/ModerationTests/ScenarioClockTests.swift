import Moderation
import Queueing
import Testing

@Suite struct ScenarioClockTests {
  private let clock = ScenarioClock(
    startDate: CivilDate(daysSinceEpoch: 16_801), utcOffsetMinutes: 480)

  @Test func theScenarioStartsOnAFriday() {
    #expect(clock.startDate == CivilDate(year: 2016, month: 1, day: 1))
    #expect(clock.startDate.weekday == 4)
  }

  @Test func datesAndDayNumbersAreInverse() {
    for days in stride(from: -800_000, through: 800_000, by: 97) {
      #expect(CivilDate(daysSinceEpoch: days).daysSinceEpoch == days)
    }
  }

  @Test(arguments: [(2015, 2, 29), (2016, 13, 1), (2016, 4, 31), (2016, 0, 1), (2016, 1, 0)])
  func thereIsNoSuchDay(year: Int, month: Int, day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test func leapDaysExist() {
    #expect(CivilDate(year: 2016, month: 2, day: 29) != nil)
    #expect(CivilDate(year: 2000, month: 2, day: 29) != nil)
    #expect(CivilDate(year: 1900, month: 2, day: 29) == nil)
  }

  @Test func aDateAloneMeansTheEdgeThatIsAskedFor() {
    #expect(clock.instant(parsing: "2016-04-12", dateAloneMeans: .start) == 102 * TimeUnit.day)
    #expect(clock.instant(parsing: "2016-04-12", dateAloneMeans: .end) == 103 * TimeUnit.day)
    #expect(
      clock.instant(parsing: "2016-04-12 09:30", dateAloneMeans: .end)
        == 102 * TimeUnit.day + 9 * TimeUnit.hour + 30 * TimeUnit.minute)
    #expect(clock.instant(parsing: "2016-01-01T24:00", dateAloneMeans: .end) == TimeUnit.day)
  }

  @Test func whatIsPrintedIsUnderstood() {
    let instant = 102 * TimeUnit.day + 9 * TimeUnit.hour + 41 * TimeUnit.second
    let text = clock.iso8601(at: instant)
    #expect(text == "2016-04-12T09:00:41+08:00")
    #expect(clock.instant(parsing: text, dateAloneMeans: .end) == instant)
    #expect(clock.instant(parsing: "2016-04-12 09:00:41", dateAloneMeans: .end) == instant)
    // Of another zone, or of a second that there is not, nothing is guessed.
    for other in [
      "2016-04-12T09:00:41+07:00", "2016-04-12 09:00:60", "2016-04-12 09:00:4",
      "2016-04-12 24:00:01",
    ] {
      #expect(clock.instant(parsing: other, dateAloneMeans: .end) == nil)
    }
  }

  @Test(arguments: [
    "", "2016", "2016-4-12", "2016-04-31", "2016-04-12 9:00", "2016-04-12 24:01", "2016-04-12 ",
    "2016-04-12 09:00 x", "-016-04-12", "２０１６-04-12",
  ])
  func otherTextsMeanNothing(text: String) {
    #expect(clock.instant(parsing: text, dateAloneMeans: .start) == nil)
  }
}
