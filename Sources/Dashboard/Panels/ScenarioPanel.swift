import Moderation

/// What the scenario is and where its facts come from.
enum ScenarioPanel {
  static func draw(_ snapshot: Snapshot, in rect: Rect, into canvas: inout Canvas) {
    sheet(snapshot.facts, columns: rect.columns).draw(in: rect, into: &canvas)
  }

  private static func sheet(_ facts: ScenarioFacts, columns: Int) -> Sheet {
    var sheet = Sheet(columns: columns)
    sheet.heading("Scenario")
    sheet.add(Sanitizer.clean(facts.title), .title)
    sheet.prose(Sanitizer.clean(facts.about))
    if !facts.changes.isEmpty {
      sheet.gap()
      sheet.add("Changed from the file", .heading)
      for index in facts.changes.lines.indices {
        sheet.append(.change(index, of: facts, columns: columns))
      }
    }
    sheet.gap()
    if !facts.publishedFigures.isEmpty { sheet.add("Published", .heading) }
    for figure in facts.publishedFigures {
      let date = facts.source(figure.removed.source)?.date ?? ""
      sheet.add([
        (Format.count(figure.removed.value), .published),
        (" \(figure.kind.plural.lowercased()) removed", .normal),
        ("  \(figure.removed.grade.rawValue)  \(Sanitizer.clean(date))", .muted),
      ])
    }
    sheet.add(
      [("Grades", .heading)]
        + Grade.allCases.flatMap { grade in
          [("  \(grade.rawValue)", Style.value), (" \(grade.meaning)", .normal)]
        })
    sheet.gap()
    sheet.add("Sources", .heading)
    for source in facts.sources {
      let text = Sanitizer.clean("\(source.title), \(source.date)")
      for (index, line) in Wrap.lines(text, cells: columns - 6).enumerated() {
        sheet.add(index == 0 ? "· \(line)" : "  \(line)")
      }
    }
    return sheet
  }
}
