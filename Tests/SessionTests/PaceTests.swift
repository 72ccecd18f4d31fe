import Moderation
import Queueing
import Session
import Testing

@Suite struct PaceTests {
  private let second = TimeUnit.second

  @Test func itRacesToTheOpeningFirst() {
    let pace = Pace(speed: .oneHour, opening: 5 * TimeUnit.day, at: 1_000)
    #expect(pace.horizon(at: 1_000, reached: 0) == 5 * TimeUnit.day)
    #expect(pace.horizon(at: 1_000 + second, reached: TimeUnit.day) == 5 * TimeUnit.day)
  }

  @Test func fromTheOpeningOnTheSpeedCounts() {
    var pace = Pace(speed: .oneHour, opening: TimeUnit.day, at: 0)
    pace.note(reached: TimeUnit.day, at: 7 * second, isComplete: true)
    #expect(pace.opening == nil)
    #expect(pace.horizon(at: 7 * second, reached: TimeUnit.day) == TimeUnit.day)
    #expect(
      pace.horizon(at: 9 * second + second / 2, reached: TimeUnit.day)
        == TimeUnit.day + 5 * TimeUnit.hour / 2)
  }

  @Test func pausedTimeDoesNotCount() {
    var pace = Pace(speed: .oneHour, opening: 0, at: 0)
    pace.setPaused(true, reached: TimeUnit.hour, at: second)
    #expect(pace.horizon(at: 100 * second, reached: TimeUnit.hour) == TimeUnit.hour)
    pace.setPaused(false, reached: TimeUnit.hour, at: 100 * second)
    #expect(pace.horizon(at: 101 * second, reached: TimeUnit.hour) == 2 * TimeUnit.hour)
  }

  @Test func aSessionThatCannotFollowGoesOnWithoutADebt() {
    var pace = Pace(speed: Speed(perSecond: 7 * TimeUnit.day), opening: 0, at: 0)
    pace.note(reached: TimeUnit.day, at: 10 * second, isComplete: false)
    #expect(pace.horizon(at: 11 * second, reached: TimeUnit.day) == 8 * TimeUnit.day)
  }

  @Test func timeInWhichTheProgramDidNotRunDoesNotCount() {
    var pace = Pace(speed: .oneHour, opening: 0, at: 0)
    pace.rebase(reached: TimeUnit.hour, at: 100 * second)
    #expect(pace.horizon(at: 101 * second, reached: TimeUnit.hour) == 2 * TimeUnit.hour)
  }

  @Test func theHorizonNeverGoesBackNorOverflows() {
    let pace = Pace(speed: Speed(perSecond: 365 * TimeUnit.day), opening: 0, at: 0)
    #expect(pace.horizon(at: .max, reached: 0) == SimulationClock.end - 1)
    #expect(pace.horizon(at: -5, reached: TimeUnit.hour) == TimeUnit.hour)
    #expect(
      Pace(speed: .maximum, opening: 0, at: 0).horizon(at: 0, reached: 0)
        == SimulationClock.end - 1)
  }

  @Test func reversedTimeGoesBackToTheStartAndNoFurther() {
    var pace = Pace(speed: .oneHour, opening: 0, at: 0)
    pace.setReversed(true, reached: 3 * TimeUnit.hour, at: 0)
    #expect(pace.horizon(at: second, reached: 3 * TimeUnit.hour) == 2 * TimeUnit.hour)
    #expect(pace.horizon(at: second, reached: TimeUnit.hour) == TimeUnit.hour)
    #expect(pace.horizon(at: 100 * second, reached: 3 * TimeUnit.hour) == 0)
    pace.setSpeed(.maximum, reached: 3 * TimeUnit.hour, at: 0)
    #expect(pace.horizon(at: .max, reached: 3 * TimeUnit.hour) == 0)
  }

  @Test func aForkWaitsWhereItLeftItsParent() {
    var pace = Pace(speed: .oneHour, opening: TimeUnit.day, pausesAtOpening: true, at: 0)
    #expect(!pace.isPaused && pace.horizon(at: 0, reached: 0) == TimeUnit.day)
    pace.note(reached: TimeUnit.day, at: second, isComplete: true)
    #expect(pace.isPaused && pace.opening == nil)
    #expect(Pace(speed: .oneHour, opening: 0, pausesAtOpening: true, at: 0).isPaused)
  }
}
