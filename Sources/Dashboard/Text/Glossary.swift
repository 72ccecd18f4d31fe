import Moderation

/// What the figures mean: one name and one definition each, by the definitions of the field.
///
/// Panels, help and the README read this table.
package enum Glossary {
  package struct Entry: Sendable {
    let metric: Metric
    package let name: String
    /// The measures of exports that it stands for.
    package let measures: [RegimeMetric]
    package let definition: String

    init(
      _ metric: Metric, _ name: String, _ definition: String, measures: [RegimeMetric] = []
    ) {
      self.metric = metric
      self.name = name
      self.measures = measures
      self.definition = definition
    }
  }

  package struct Group: Sendable {
    package let title: String
    package let entries: [Entry]
  }

  /// In the order of the pages.
  package static let groups: [Group] = [
    Group(title: "Counters", entries: counters), Group(title: "Errors", entries: errors),
    Group(title: "Speed, reports and appeals", entries: speed),
    Group(title: "Queues", entries: queues), Group(title: "Workforce", entries: workforce),
    Group(title: "Authority", entries: authority), Group(title: "Worlds", entries: worlds),
  ]

  private static let byMetric: [Metric: Entry] = Dictionary(
    groups.flatMap(\.entries).map { ($0.metric, $0) }, uniquingKeysWith: { first, _ in first })

  private static let byMeasure: [RegimeMetric: Entry] = Dictionary(
    groups.flatMap(\.entries).flatMap { entry in entry.measures.map { ($0, entry) } },
    uniquingKeysWith: { first, _ in first })

  /// The name of a measure of exports.
  static func name(of measure: RegimeMetric) -> String {
    byMeasure[measure]?.name ?? measure.rawValue
  }

  /// The entry of a figure; a figure that has none is shown by its own word.
  static func entry(for metric: Metric) -> Entry {
    byMetric[metric] ?? Entry(metric, metric.rawValue, "")
  }
}
