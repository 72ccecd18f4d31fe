import Moderation

/// One signatory: what the sources say about it, and apart from that, what is simulated.
enum SignatoryPage {
  static func draw(
    _ place: Int, _ snapshot: Snapshot, _ state: DashboardState, in rect: Rect,
    into canvas: inout Canvas
  ) {
    guard snapshot.facts.signatories.indices.contains(place) else { return }
    var rest = rect
    let signatory = snapshot.facts.signatories[place]
    let top = Pen(rect: rest)
    let rows = drawFacts(signatory, snapshot.facts, top, into: &canvas)
    _ = rest.takeTop(rows + 1)
    guard let focus = snapshot.focus, focus.signatory == place else { return }
    drawTallies(focus, snapshot, Pen(rect: rest.takeTop(3 + SubjectKind.count)), into: &canvas)
    _ = rest.takeTop(1)
    QueueTable.draw(
      focus.queues, snapshot.facts, backlogs: nil, days: state.spanDays, selected: nil,
      isFocused: false, in: rest.takeTop(QueueTable.rows(snapshot.facts)), into: &canvas)
    let moderators = snapshot.signatories[place].moderators
    Pen(rect: rest).write(
      [("  On duty, simulated  ", .muted), (Format.count(moderators), .value)], column: 0, row: 0,
      into: &canvas)
  }

  /// Draws what is sourced; returns the rows used.
  private static func drawFacts(
    _ signatory: Signatory, _ facts: ScenarioFacts, _ pen: Pen, into canvas: inout Canvas
  ) -> Int {
    let names = [signatory.chineseName, signatory.name].compactMap { $0 }.joined(separator: "  ")
    pen.heading(
      Sanitizer.clean(names), note: "what the sources say", isFocused: true, into: &canvas)
    var row = 1
    if !signatory.isNamed {
      pen.write(
        "Not named in the source, which counts it and gives no name.", .muted, column: 2,
        row: row, into: &canvas)
      return row + 1
    }
    for fact in signatory.facts {
      for line in Wrap.lines(Sanitizer.clean(fact.text), cells: pen.rect.columns - 4) {
        pen.write(line, .published, column: 2, row: row, into: &canvas)
        row += 1
      }
      if let source = facts.source(fact.source) {
        let text = "\(source.title), \(source.date)"
        for line in Wrap.lines(Sanitizer.clean(text), cells: pen.rect.columns - 8) {
          pen.write(line, .muted, column: 6, row: row, into: &canvas)
          row += 1
        }
      }
    }
    return row
  }

  private static func drawTallies(
    _ focus: Snapshot.Focus, _ snapshot: Snapshot, _ pen: Pen, into canvas: inout Canvas
  ) {
    pen.heading(
      "Counters and queues · simulated", note: "not facts about the company", into: &canvas)
    let columns: [(String, (Tally) -> String)] = [
      ("screened", { Format.short($0.screened) }), ("reviewed", { Format.count($0.reviewed) }),
      ("removed", { Format.count($0.removed) }),
      ("wrongly", { Format.count($0.wronglyRemoved) }),
      ("of these", { Format.percent($0.wronglyRemoved, of: $0.removed) }),
      ("missed", { Format.count($0.missed) }),
    ]
    let rows =
      SubjectKind.allCases.map { ($0.plural, focus.tallies[$0.index]) }
      + [("All", focus.tallies.reduce(Tally(), +))]
    for (index, (title, text)) in columns.enumerated() {
      let end = 22 + index * 11
      guard end < pen.rect.columns else { break }
      pen.writeRight(title, .muted, endingAt: end, row: 1, into: &canvas)
      for (row, (_, tally)) in rows.enumerated() {
        pen.writeRight(text(tally), endingAt: end, row: row + 2, into: &canvas)
      }
    }
    for (row, (name, _)) in rows.enumerated() {
      pen.write("  \(name)", column: 0, row: row + 2, into: &canvas)
    }
  }
}
