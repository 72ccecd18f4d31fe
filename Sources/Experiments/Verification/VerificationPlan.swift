/// How a number of events is divided among the groups, and each share into replications.
///
/// Every group that can be settled gets the least it needs. The rest is divided in
/// proportion to the square root of what a unit costs, which makes the sum of the relative
/// variances least: a system with a high load gets more, but not all. Cheap units count as
/// more than they cost, for the sake of what is rare in them.
struct VerificationPlan: Sendable {
  /// The replications of one group.
  struct Share: Sendable, Equatable {
    let replications: Int
    let units: Double
    let events: Double
  }

  /// With fewer, neither the error nor the skewness of a mean is known well enough.
  static let fewestReplications = 32
  static let mostReplications = 64

  /// One for each experiment; nil where the events do not suffice.
  let shares: [Share?]

  init(_ experiments: [Experiment?], events: Double) {
    let least = experiments.map { experiment in
      experiment.map {
        Double(Self.fewestReplications) * ($0.warmUpUnits + $0.leastUnits) * $0.eventsPerUnit
      } ?? .infinity
    }
    // The cheap ones first, as long as half of the events suffices for their least.
    var (reserved, weights) = (0.0, 0.0)
    var isSettled = [Bool](repeating: false, count: experiments.count)
    for index in least.indices.sorted(by: { (least[$0], $0) < (least[$1], $1) }) {
      guard reserved + least[index] <= events / 2, let experiment = experiments[index]
      else { break }
      reserved += least[index]
      weights += Self.weight(experiment)
      isSettled[index] = true
    }
    let rest = max(0, events - reserved)
    shares = experiments.indices.map { index in
      guard isSettled[index], let experiment = experiments[index] else { return nil }
      let own = least[index] + rest * Self.weight(experiment) / weights
      return Self.share(experiment, events: own)
    }
  }

  private static func weight(_ experiment: Experiment) -> Double {
    max(experiment.eventsPerUnit, 300).squareRoot()
  }

  /// More replications first, up to the most, then longer ones.
  private static func share(_ experiment: Experiment, events: Double) -> Share {
    let units = events / experiment.eventsPerUnit
    let shortest = experiment.warmUpUnits + experiment.leastUnits
    let replications = min(
      max(Int(min(units / shortest, 1e6)), fewestReplications), mostReplications)
    return Share(
      replications: replications,
      units: max(experiment.leastUnits, units / Double(replications) - experiment.warmUpUnits),
      events: events)
  }
}
