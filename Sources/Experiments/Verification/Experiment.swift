import Queueing

/// A system that can be simulated, with one question for each row of its group.
///
/// The size of a replication is counted in units: relaxation times of a system in the long
/// run, independent runs of one that starts empty.
struct Experiment: Sendable {
  /// Which run, and how long.
  struct Run: Sendable {
    let seed: UInt64
    let replication: UInt32
    let units: Double
    /// A share of the warm-up, 1 but for measuring the speed.
    var warmUp = 1.0
    /// Whether to give up, asked now and then.
    let isOver: @Sendable () -> Bool
  }

  /// One for each row; nil where no simulation answers it.
  let questions: [Question?]
  /// How many events a unit takes, about.
  let eventsPerUnit: Double
  /// How many units precede each replication's measurement; 0 where units are runs.
  let warmUpUnits: Double
  /// The shortest replication whose figures may be used.
  let leastUnits: Double
  /// One reading for each question; nil when it was told to give up.
  let replicate: @Sendable (Run) throws -> [Reading?]?
}

/// Why a row or a system is not simulated.
struct NotSimulated: Error, Equatable, CustomStringConvertible {
  let description: String

  static let closedFormOnly = NotSimulated(description: "closed form only")
}
