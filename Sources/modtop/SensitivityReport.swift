import Dashboard
import Experiments
import Moderation
import Queueing
import Simulation

/// The effects of parameters on a metric, the greatest first.
///
/// The JSON keys are stable; `simulated` says that none of it is a fact about a company.
struct SensitivityReport: Encodable {
  struct Mean: Encodable {
    let mean: Double
    let low: Double
    let high: Double

    init(_ interval: ConfidenceInterval) {
      mean = interval.estimate
      low = interval.lowerBound
      high = interval.upperBound
    }
  }

  struct Effect: Encodable {
    let path: String
    let grade: String
    let value: Double
    let low: Double
    let high: Double
    let atLow: Mean?
    let atHigh: Mean?
    let changeAtLow: Mean?
    let changeAtHigh: Mean?
    let swing: Double
  }

  let scenario: String
  let simulated = true
  let metric: String
  let seed: UInt64
  let replications: Int
  let until: String
  let confidence = 0.95
  let base: Mean
  let effects: [Effect]

  init(
    _ sensitivity: Sensitivity, _ metric: RegimeMetric, _ scenario: Scenario, seed: UInt64,
    replications: Int, until end: Microseconds
  ) {
    self.scenario = Sanitizer.clean(scenario.facts.name)
    self.metric = metric.exportName
    self.seed = seed
    self.replications = replications
    until = scenario.facts.clock.iso8601(at: end)
    base = Mean(sensitivity.base)
    effects = sensitivity.effects.map {
      Effect(
        path: Sanitizer.clean($0.path), grade: $0.grade.rawValue, value: $0.value,
        low: $0.range.lowerBound, high: $0.range.upperBound, atLow: $0.atLower.map(Mean.init),
        atHigh: $0.atUpper.map(Mean.init), changeAtLow: $0.lowerChange.map(Mean.init),
        changeAtHigh: $0.upperChange.map(Mean.init), swing: $0.swing)
    }
  }

  var text: String {
    let rows = effects.map { effect in
      [
        effect.path, effect.grade, MetricText.number(effect.low), MetricText.number(effect.value),
        MetricText.number(effect.high), change(effect.changeAtLow), change(effect.changeAtHigh),
      ]
    }
    let table = TextTable(
      titles: ["parameter", "grade", "low", "value", "high", "change at low", "change at high"],
      rows: rows, leftColumns: [0, 1])
    return """
      SIMULATION  \(scenario)  \(metric) until \(until): \(mean(base)) \
      over \(replications) runs from seed \(seed)
      \(table.text)
      """
  }

  private func mean(_ mean: Mean) -> String {
    "\(MetricText.number(mean.mean)) ± \(MetricText.number(mean.mean - mean.low))"
  }

  private func change(_ change: Mean?) -> String {
    guard let change else { return "–" }
    return (change.mean > 0 ? "+" : "") + mean(change)
  }
}
