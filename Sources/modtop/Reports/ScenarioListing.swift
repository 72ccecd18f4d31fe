import Dashboard
import Moderation
import Simulation

/// A scenario with the grade and source of every number, in lines of a certain length.
struct ScenarioListing {
  let text: String

  init(_ scenario: Scenario, columns: Int) {
    let facts = scenario.facts
    let cells = max(20, columns)
    /// A paragraph, whose further lines may be indented, or all of them.
    func paragraph(_ text: String, indentation: Int = 0, isWhole: Bool = false) -> [String] {
      let lines = Wrap.lines(Sanitizer.clean(text), cells: cells - indentation)
      return lines.enumerated().map { index, line in
        String(repeating: " ", count: index == 0 && !isWhole ? 0 : indentation) + line
      }
    }
    let mark = facts.changes.isEmpty ? "" : "*"
    var lines = paragraph("\(facts.name)\(mark): \(facts.title)")
    for change in facts.changes.lines { lines += paragraph("* \(change)", indentation: 2) }
    lines += [""] + paragraph(facts.about)
    lines += ["", "Sources"]
    for source in facts.sources {
      lines += paragraph("\(source.key): \(source.title), \(source.date)", indentation: 4)
    }
    lines += [""]
    lines += paragraph(
      "Grades: S stated in a source, A primary data, B secondary, C an assumption.")
    lines += paragraph(
      "A number, its grade, its source if it has one, its value; then its plausible range and a note."
    )
    lines += [""]
    for entry in scenario.provenance {
      let words = [entry.path, entry.grade.rawValue, entry.source, entry.value].compactMap(\.self)
      lines += paragraph(words.joined(separator: " "), indentation: 4)
      let more = [entry.rangeText.map { "from \($0)" }, entry.note].compactMap(\.self)
      lines += paragraph(more.joined(separator: "; "), indentation: 4, isWhole: true)
    }
    text = lines.joined(separator: "\n")
  }
}
