import Moderation

/// What the scenario is and where its facts come from.
enum ScenarioPanel {
  private static let grades: [(Grade, String)] = [
    (.stated, "stated in a source"), (.primary, "primary data"), (.secondary, "secondary"),
    (.assumption, "ours"),
  ]

  static func draw(_ snapshot: Snapshot, in rect: Rect, into canvas: inout Canvas) {
    let pen = Pen(rect: rect)
    let facts = snapshot.facts
    pen.heading("Scenario", into: &canvas)
    var row = 1
    let cells = rect.columns - 4
    pen.write(Sanitizer.clean(facts.title), .title, column: 2, row: row, into: &canvas)
    row += 1
    for line in Wrap.lines(Sanitizer.clean(facts.about), cells: cells) {
      pen.write(line, column: 2, row: row, into: &canvas)
      row += 1
    }
    row = drawFigures(snapshot, pen, row: row + 1, into: &canvas)
    row = drawSources(facts, pen, row: row + 1, into: &canvas)
    let spans = grades.flatMap { grade, meaning in
      [("  \(grade.rawValue)", Style.value), (" \(meaning)", .normal)]
    }
    pen.write([("Grades", .heading)] + spans, column: 2, row: row + 1, into: &canvas)
  }

  private static func drawFigures(
    _ snapshot: Snapshot, _ pen: Pen, row: Int, into canvas: inout Canvas
  ) -> Int {
    var row = row
    pen.write("Published", .heading, column: 2, row: row, into: &canvas)
    row += 1
    for figure in snapshot.facts.publishedFigures {
      let source = snapshot.facts.source(figure.removed.source)
      let end = pen.write(
        [
          (Format.count(figure.removed.value), .published),
          (" \(figure.kind.plural.lowercased()) removed", .normal),
        ], column: 2, row: row, into: &canvas)
      pen.write(
        "  \(figure.removed.grade.rawValue)  \(source?.date ?? "")", .muted, column: end,
        row: row, into: &canvas)
      row += 1
    }
    return row
  }

  private static func drawSources(
    _ facts: ScenarioFacts, _ pen: Pen, row: Int, into canvas: inout Canvas
  ) -> Int {
    var row = row
    pen.write("Sources", .heading, column: 2, row: row, into: &canvas)
    row += 1
    for source in facts.sources {
      let text = Sanitizer.clean("\(source.title), \(source.date)")
      for (index, line) in Wrap.lines(text, cells: pen.rect.columns - 6).enumerated() {
        pen.write(index == 0 ? "· \(line)" : "  \(line)", column: 2, row: row, into: &canvas)
        row += 1
      }
    }
    return row
  }
}

extension ScenarioFacts {
  /// The source of a key, if there is one.
  func source(_ key: String?) -> Source? {
    key.flatMap { key in sources.first { $0.key == key } }
  }
}
