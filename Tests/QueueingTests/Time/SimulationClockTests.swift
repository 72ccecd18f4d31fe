import Queueing
import Testing

@Suite struct SimulationClockTests {
  @Test func roundsDelaysToTheNearestMicrosecond() throws {
    #expect(try SimulationClock.adding(0, to: 5) == 5)
    #expect(try SimulationClock.adding(1.49, to: 5) == 6)
    #expect(try SimulationClock.adding(1.5, to: 5) == 7)
  }

  @Test(arguments: [-1.0, -.infinity, .infinity, .nan, 0x1p60, 1e300])
  func refusesWhatCannotBeAdded(delay: Double) {
    do {
      _ = try SimulationClock.adding(delay, to: 9)
      Issue.record("\(delay) was accepted")
    } catch {
      #expect(error.now == 9)
      #expect(error.delay.bitPattern == delay.bitPattern)
      #expect(error.description.contains("\(delay)"))
    }
  }

  @Test func refusesAnInstantAtTheEnd() throws {
    let last = SimulationClock.end - 1
    #expect(try SimulationClock.adding(0, to: last) == last)
    #expect(throws: ClockOverflow(now: last, delay: 1)) {
      try SimulationClock.adding(1, to: last)
    }
  }
}
