import Dashboard
import Experiments
import Moderation
import Queueing

/// The means of counters over replications, each with its 95 % interval and the spread of
/// the runs around it.
///
/// The JSON keys are stable.
struct ReplicationReport: Report {
  /// A mean, how well it is known, and how far apart the runs lie.
  struct Mean: Encodable {
    let interval: IntervalReport
    let standardDeviation: Double
    let least: Double
    let greatest: Double

    private enum CodingKeys: String, CodingKey { case standardDeviation, least, greatest }

    func encode(to encoder: any Encoder) throws {
      try interval.encode(to: encoder)
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(standardDeviation, forKey: .standardDeviation)
      try container.encode(least, forKey: .least)
      try container.encode(greatest, forKey: .greatest)
    }
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

  let replications: Int
  let until: String
  let confidence = 0.95
  let counters: [String: Means]

  init(_ tallies: [[Tally]], of runs: Replications, until end: Microseconds) {
    let facts = runs.scenario.facts
    replications = tallies.count
    until = facts.clock.iso8601(at: end)
    var counters = ["total": Means(tallies.map { $0.reduce(Tally(), +) }, published: nil)]
    for kind in SubjectKind.allCases {
      let figure = facts.publishedFigure(for: kind).flatMap {
        $0.asOf == end && $0.isPublished ? $0 : nil
      }
      counters[kind.name] = Means(
        tallies.map { $0[kind.index] }, published: figure?.removed.value)
    }
    self.counters = counters
  }

  func subject(seed: UInt64) -> String {
    "\(replications) replications from seed \(seed)  until \(until)"
  }

  /// A table of means, and one of the spreads, a row per kind each.
  var text: String {
    let means = table(titles: ["published"]) { counters in
      [counters.published.map(Dashboard.Format.count) ?? "–"]
    } cell: {
      $0.interval.text
    }
    let spreads = table(titles: []) { _ in
      []
    } cell: {
      "\(Self.text($0.standardDeviation)): \(Self.text($0.least)) … \(Self.text($0.greatest))"
    }
    return """
      Means, with 95 % intervals of the mean:
      \(means)

      \(Output.wrapped("How far the runs lie apart: standard deviation, least and greatest:"))
      \(spreads)
      """
  }

  private func table(
    titles: [String], first: (Means) -> [String], cell: (Mean) -> String
  ) -> String {
    let columns = [
      ("removed", "removed"), ("acted on wrongly", "acted_on_wrongly"),
      ("never appealed", "never_appealed"), ("missed", "missed"), ("reviewed", "reviewed"),
    ]
    let rows = (SubjectKind.allCases.map(\.name) + ["total"]).compactMap { name in
      counters[name].map { counters in
        [name] + first(counters) + columns.map { counters.means[$0.1].map(cell) ?? "–" }
      }
    }
    return TextTable(titles: [""] + titles + columns.map(\.0), rows: rows)
      .text(columns: Output.columns)
  }

  private static func text(_ number: Double) -> String {
    MetricText.number(number, number == number.rounded() ? 0 : MetricText.decimals(of: number))
  }
}

extension ReplicationReport.Means {
  fileprivate init(_ tallies: [Tally], published: Int?) {
    let counters = tallies.map(Counters.init)
    means = Dictionary(
      Counters.keys.map { key in
        var moments = RunningMoments()
        for one in counters { moments.add(Double(one[key])) }
        return (
          key,
          ReplicationReport.Mean(
            interval: IntervalReport(moments.interval()),
            standardDeviation: moments.standardDeviation, least: moments.minimum,
            greatest: moments.maximum)
        )
      }
    ) { first, _ in first }
    self.published = published
  }
}
