import Moderation
import Queueing
import Testing

@Suite struct SeekTargetTests {
  private static let clock = SmallWorld.facts().clock

  @Test func weeksAreALengthOfTime() {
    #expect(SeekTarget(parsing: "+1w", clock: Self.clock) == .by(7 * TimeUnit.day))
    #expect(SeekTarget(parsing: "-2w", clock: Self.clock) == .by(-14 * TimeUnit.day))
  }

  @Test(
    arguments: [
      ("2016-02-30", "there is no day 2016-02-30; expected one such as 2016-03-01"),
      ("2016-02-30 09:00", "there is no day 2016-02-30; expected one such as 2016-03-01"),
      ("2016-02-03 25:00", "there is no time 25:00; expected one from 00:00 to 24:00"),
      ("9:00", "there is no time 9:00; expected one from 00:00 to 24:00"),
      ("14:03:60", "there is no time 14:03:60; expected one from 00:00 to 24:00"),
      ("2016-02-03 14:03 x", "expected \(SeekTarget.usage)"),
      ("yesterday", "expected \(SeekTarget.usage)"),
    ])
  func anImpossibleDateOrTimeIsCalledThat(text: String, fault: String) {
    #expect(SeekTarget(parsing: text, clock: Self.clock) == nil)
    #expect(SeekTarget.fault(in: text) == fault)
  }
}
