import Queueing

/// The measures of a part of a regime at one instant, as plain values.
///
/// Queues, moderators and authorities are accounted by signatory, and durations by kind: a
/// measure is nil for a part that cuts across, and when there is nothing to measure yet.
package struct RegimeMetrics: Equatable, Sendable {
  package let scope: Scope
  /// By the order of `RegimeMetric.allCases`.
  private let values: [Double?]

  package init(of projection: Projection, scope: Scope = .all) {
    self.scope = scope
    let basis = MetricBasis(of: projection, scope: scope)
    values = RegimeMetric.allCases.map(basis.value)
  }

  package subscript(metric: RegimeMetric) -> Double? {
    RegimeMetric.allCases.firstIndex(of: metric).flatMap { values[$0] }
  }

  /// All measures with their values.
  package var entries: [(metric: RegimeMetric, value: Double?)] {
    Array(zip(RegimeMetric.allCases, values)).map { (metric: $0.0, value: $0.1) }
  }
}
