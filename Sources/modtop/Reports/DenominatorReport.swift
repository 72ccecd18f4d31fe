import Dashboard
import Experiments
import Moderation

/// The ranges over the worlds that give the published counters.
///
/// The JSON keys are stable.
struct DenominatorReport: Report {
  struct Figure: Encodable {
    let kind: String
    let removed: Int
    let asOf: String
    /// Whether somebody published it, and not this scenario or its user.
    let isPublished: Bool
    let source: String?
  }

  struct Parameter: Encodable {
    let path: String
    let low: Double
    let high: Double
  }

  struct Range: Encodable {
    let metric: String
    let unit: String
    let low: Double
    let median: Double
    let high: Double
  }

  /// The violating uploads per million that the worlds were solved for.
  struct Solved: Encodable {
    let path: String
    let low: Double
    let median: Double
    let high: Double
  }

  let worlds: Int
  let consistent: Int
  let tooManyErrors: Int
  let implausible: Int
  let unsettled: Int
  let impossible: Int
  let published: [Figure]
  let parameters: [Parameter]
  let ranges: [Range]
  let solved: [Solved]
  /// For people.
  private let summary: String

  private enum CodingKeys: CodingKey {
    case worlds, consistent, tooManyErrors, implausible, unsettled, impossible, published
    case parameters, ranges, solved
  }

  init(_ outcomes: [Denominators.Outcome], of denominators: Denominators) {
    let facts = denominators.scenario.facts
    worlds = outcomes.count
    let counts = Denominators.Counts(outcomes)
    consistent = counts.consistent
    tooManyErrors = counts.tooManyErrors
    implausible = counts.implausible
    unsettled = counts.unsettled
    impossible = counts.impossible
    published = facts.publishedFigures.map {
      Figure(
        kind: $0.kind.name, removed: $0.removed.value, asOf: "\($0.lastDay(facts.clock))",
        isPublished: $0.isPublished,
        source: $0.removed.source)
    }
    parameters = denominators.parameters.map {
      Parameter(path: $0.path, low: $0.range.lowerBound, high: $0.range.upperBound)
    }
    let view = DenominatorView.Worlds(outcomes, of: denominators)
    summary = view.summary
    ranges = view.ranges.map {
      Range(
        metric: $0.measure.exportName, unit: $0.measure.unit.rawValue, low: $0.lowest,
        median: $0.median, high: $0.highest)
    }
    solved = Denominators.shares(of: outcomes).map { share, spread in
      Solved(
        path: share.path(facts), low: spread.lowest, median: spread.median,
        high: spread.highest)
    }
  }

  func subject(seed: UInt64) -> String {
    let figures = published.map { "\(Dashboard.Format.count($0.removed)) \($0.kind)s" }
    let note = published.allSatisfy(\.isPublished) ? "" : ", not all of them published"
    return "the worlds behind \(figures.joined(separator: ", ")) removed\(note)"
  }

  var text: String {
    let rows =
      ranges.map { range in
        [range.metric, range.unit] + [range.low, range.median, range.high].map(MetricText.number)
      }
      + solved.map { solved in
        let kind = solved.path.split(separator: ".").dropLast().last ?? ""
        return ["violating \(kind)s", "per million"]
          + [solved.low, solved.median, solved.high].map(MetricText.number)
      }
    let table = TextTable(
      titles: ["metric", "unit", "lowest", "median", "highest"], rows: rows, leftColumns: [0, 1])
    return "\(Output.wrapped(summary))\n\n\(table.text(columns: Output.columns))"
  }
}
