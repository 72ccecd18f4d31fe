import Queueing
import Testing

@Suite struct TimeUnitTests {
  @Test func aDayIsEightySixThousandFourHundredSeconds() {
    #expect(TimeUnit.day == 86_400 * TimeUnit.second)
  }
}
