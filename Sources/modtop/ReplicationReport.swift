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

  /// The means of a part's counters, by the keys of `Counters`.
  struct Means: Encodable {
    fileprivate let means: [String: Mean]
    /// The figure that was published for the same instant, where there is one.
    let published: Int?

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: TextKey.self)
      for (key, mean) in means { try container.encode(mean, forKey: TextKey(key)) }
      if let published { try container.encode(published, forKey: TextKey("published")) }
    }
  }

  let scenario: String
  let simulated = true
  let seed: UInt64
  let replications: Int
  let until: String
  let confidence = 0.95
  let counters: [String: Means]

  init(_ tallies: [[Tally]], of runs: Replications, until end: Microseconds) {
    let facts = runs.scenario.facts
    scenario = Sanitizer.clean(facts.name)
    seed = runs.seed
    replications = tallies.count
    until = facts.clock.iso8601(at: end)
    var counters = ["total": Means(tallies.map { $0.reduce(Tally(), +) }, published: nil)]
    for kind in SubjectKind.allCases {
      let figure = facts.publishedFigure(for: kind).flatMap { $0.asOf == end ? $0 : nil }
      counters[kind.name] = Means(
        tallies.map { $0[kind.index] }, published: figure?.removed.value)
    }
    self.counters = counters
  }

  /// A table, a row per kind.
  var text: String {
    let columns = [
      ("removed", "removed"), ("of them wrongly", "removed_wrongly"),
      ("never appealed", "removed_wrongly_never_appealed"), ("missed", "missed"),
      ("reviewed", "reviewed"),
    ]
    let rows = (SubjectKind.allCases.map(\.name) + ["total"]).compactMap { name in
      counters[name].map { counters in
        [name, counters.published.map(Dashboard.Format.count) ?? "–"]
          + columns.map { counters.means[$0.1]?.text ?? "–" }
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

extension ReplicationReport.Means {
  fileprivate init(_ tallies: [Tally], published: Int?) {
    let counters = tallies.map(Counters.init)
    means = Dictionary(
      Counters.keys.map { key in
        var moments = RunningMoments()
        for one in counters { moments.add(Double(one[key])) }
        let interval = moments.interval()
        return (
          key,
          ReplicationReport.Mean(
            mean: interval.estimate, low: interval.lowerBound, high: interval.upperBound)
        )
      }
    ) { first, _ in first }
    self.published = published
  }
}

extension ReplicationReport.Mean {
  fileprivate var text: String {
    let count = Dashboard.Format.count(Int(mean.rounded()))
    return "\(count) ± \(Dashboard.Format.fixed((high - low) / 2, 1))"
  }
}
