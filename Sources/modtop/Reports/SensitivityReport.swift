import Dashboard
import Experiments
import Moderation
import Queueing
import Simulation

/// The effects of parameters on a metric, the greatest first.
///
/// The JSON keys are stable.
struct SensitivityReport: Report {
  /// The difference to the base, run by run.
  struct Change: Encodable {
    let interval: IntervalReport
    /// Whether it cannot be told from none.
    let isNoise: Bool

    private enum CodingKeys: String, CodingKey { case isNoise }

    init(_ interval: ConfidenceInterval) {
      self.interval = IntervalReport(interval)
      isNoise = self.interval.holdsZero
    }

    func encode(to encoder: any Encoder) throws {
      try interval.encode(to: encoder)
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(isNoise, forKey: .isNoise)
    }
  }

  struct Effect: Encodable {
    let path: String
    let grade: String
    let value: Double
    let low: Double
    let high: Double
    let atLow: IntervalReport?
    let atHigh: IntervalReport?
    let changeAtLow: Change?
    let changeAtHigh: Change?
    let swing: Double
  }

  let metric: String
  /// In what the metric is given.
  let unit: String
  let replications: Int
  let until: String
  let confidence = 0.95
  let base: IntervalReport
  let effects: [Effect]

  init(
    _ sensitivity: Sensitivity, _ metric: RegimeMetric, _ scenario: Scenario,
    replications: Int, until end: Microseconds
  ) {
    self.metric = metric.exportName
    unit = metric.unit.rawValue
    self.replications = replications
    until = scenario.facts.clock.iso8601(at: end)
    base = IntervalReport(sensitivity.base)
    effects = sensitivity.effects.map {
      Effect(
        path: Sanitizer.clean($0.path), grade: $0.grade.rawValue, value: $0.value,
        low: $0.range.lowerBound, high: $0.range.upperBound,
        atLow: $0.atLower.map(IntervalReport.init),
        atHigh: $0.atUpper.map(IntervalReport.init),
        changeAtLow: $0.lowerChange.map(Change.init),
        changeAtHigh: $0.upperChange.map(Change.init), swing: $0.swing)
    }
  }

  func subject(seed: UInt64) -> String {
    "\(metric) (\(unit)) until \(until): \(base.text) over \(replications) runs from seed \(seed)"
  }

  var text: String {
    let rows = effects.map { effect in
      [
        effect.path, effect.grade, MetricText.number(effect.low), MetricText.number(effect.value),
        MetricText.number(effect.high), text(effect.changeAtLow), text(effect.changeAtHigh),
      ]
    }
    let table = TextTable(
      titles: ["parameter", "grade", "low", "value", "high", "change at low", "change at high"],
      rows: rows, leftColumns: [0, 1])
    return table.text(columns: Output.columns) + "\n"
      + Output.wrapped("~ within the noise: the 95 % interval of the change holds 0.")
  }

  private func text(_ change: Change?) -> String {
    guard let change else { return "–" }
    if change.interval.low == 0, change.interval.high == 0 { return "none  " }
    let sign = change.interval.mean > 0 ? "+" : ""
    return "\(sign)\(change.interval.text)\(change.isNoise ? " ~" : "  ")"
  }
}
