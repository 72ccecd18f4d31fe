import Queueing

/// A logged fact: what happened, and when.
///
/// The log of a session is a sequence of events in the order of their times.
/// Everything that a screen, an export or a recording shows is a fold of it.
public struct Event: Equatable, Sendable {
  /// Microseconds since the start of the scenario.
  public let time: Microseconds
  public let fact: Fact

  public init(time: Microseconds, fact: Fact) {
    self.time = time
    self.fact = fact
  }
}
