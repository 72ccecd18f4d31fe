import Dashboard
import Moderation
import Testing

/// The tables that one place feeds many others from.
@Suite struct CatalogueTests {
  @Test func everyCommandHasExactlyOneBinding() {
    for command in Command.allCases {
      #expect(Binding.all.count { $0.command == command } == 1, "\(command)")
    }
    let keys = Binding.all.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
  }

  @Test func everyFigureIsExplainedOnce() {
    let entries = Glossary.groups.flatMap(\.entries)
    #expect(entries.count == Metric.allCases.count)
    for metric in Metric.allCases {
      #expect(!metric.definition.isEmpty, "\(metric)")
    }
  }

  @Test func everyMeasureOfExportsIsExplainedOnce() {
    let measures = Glossary.groups.flatMap(\.entries).flatMap(\.measures)
    #expect(measures.count == RegimeMetric.allCases.count)
    #expect(Set(measures) == Set(RegimeMetric.allCases))
  }

  @Test func helpShowsEveryKeyAndEveryFigure() {
    var screen = Screen([.help], columns: 100, rows: 400)
    let text = screen.text
    for binding in Binding.all { #expect(text.contains(binding.summary)) }
    for entry in Glossary.groups.flatMap(\.entries) { #expect(text.contains(entry.name)) }
    screen.apply([.help])
    #expect(screen.text.contains("What the counters do not show"))
  }
}
