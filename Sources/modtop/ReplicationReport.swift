import Dashboard
import Experiments
import Moderation
import Queueing

/// The means of counters over replications, each with its 95 % interval.
///
/// The JSON keys are stable; `simulated` says that none of it is a fact about a company.
struct ReplicationReport: Encodable {
  struct Mean: Encodable {
    let mean: Double
    let low: Double
    let high: Double
  }

  struct Counters: Encodable {
    let screened: Mean
    let reviewed: Mean
    let removed: Mean
    let removedWrongly: Mean
    let removedWronglyNeverAppealed: Mean
    let missed: Mean
    /// The figure that was published for the same instant, where there is one.
    let published: Int?
  }

  let scenario: String
  let simulated = true
  let seed: UInt64
  let replications: Int
  let until: String
  let confidence = 0.95
  let counters: [String: Counters]

  init(_ tallies: [[Tally]], of runs: Replications, until end: Microseconds) {
    let facts = runs.scenario.facts
    scenario = Sanitizer.clean(facts.name)
    seed = runs.seed
    replications = tallies.count
    until = facts.clock.iso8601(at: end)
    var counters = ["total": Counters(tallies.map { $0.reduce(Tally(), +) }, published: nil)]
    for kind in SubjectKind.allCases {
      let figure = facts.publishedFigure(for: kind).flatMap { $0.asOf == end ? $0 : nil }
      counters[kind.name] = Counters(
        tallies.map { $0[kind.index] }, published: figure?.removed.value)
    }
    self.counters = counters
  }

  /// A table, a row per kind.
  var text: String {
    let columns: [(String, (Counters) -> Mean)] = [
      ("removed", \.removed), ("of them wrongly", \.removedWrongly),
      ("never appealed", \.removedWronglyNeverAppealed), ("missed", \.missed),
      ("reviewed", \.reviewed),
    ]
    let rows = (SubjectKind.allCases.map(\.name) + ["total"]).compactMap { name in
      counters[name].map { counters in
        [name, counters.published.map(Dashboard.Format.count) ?? "–"]
          + columns.map { $0.1(counters).text }
      }
    }
    let table = TextTable(titles: ["", "published"] + columns.map(\.0), rows: rows)
    return """
      SIMULATION  \(scenario)  \(replications) replications from seed \(seed)  until \(until)
      means with 95 % intervals
      \(table.text)
      """
  }
}

extension ReplicationReport.Counters {
  fileprivate init(_ tallies: [Tally], published: Int?) {
    func mean(_ count: (Tally) -> Int) -> ReplicationReport.Mean {
      var moments = RunningMoments()
      for tally in tallies { moments.add(Double(count(tally))) }
      let interval = moments.interval()
      return ReplicationReport.Mean(
        mean: interval.estimate, low: interval.lowerBound, high: interval.upperBound)
    }
    screened = mean(\.screened)
    reviewed = mean(\.reviewed)
    removed = mean(\.removed)
    removedWrongly = mean(\.wronglyRemoved)
    removedWronglyNeverAppealed = mean(\.neverAppealed)
    missed = mean(\.missed)
    self.published = published
  }
}

extension ReplicationReport.Mean {
  fileprivate var text: String {
    let count = Dashboard.Format.count(Int(mean.rounded()))
    return "\(count) ± \(Dashboard.Format.fixed((high - low) / 2, 1))"
  }
}
