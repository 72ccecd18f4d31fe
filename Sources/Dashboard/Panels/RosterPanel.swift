import Moderation

/// The roster of the signatories, sorted, with the selected one in view.
enum RosterPanel {
  /// Cells of the column with the Chinese name.
  private static let chineseCells = 10

  static func draw(
    _ snapshot: Snapshot, _ state: DashboardState, isFocused: Bool, in rect: Rect,
    into canvas: inout Canvas
  ) {
    let sheet = sheet(snapshot, state.order, isFocused: isFocused, columns: rect.columns)
    sheet.draw(
      from: sheet.scroll(showing: state.selectedSignatory, pinned: 1, visible: rect.rows),
      pinned: 1, selected: state.selectedSignatory, isFocused: isFocused, in: rect,
      into: &canvas)
  }

  /// The table; rows have the places of their signatories as choices.
  private static func sheet(
    _ snapshot: Snapshot, _ order: RosterOrder, isFocused: Bool, columns: Int
  ) -> Sheet {
    let facts = snapshot.facts
    let fitting = [RosterColumn].fitting(columns, facts)
    let hasNamed = facts.signatories.contains(where: \.isNamed)
    let isNameReversed = order.column == .name && order.isDescending
    let table = FigureTable<Int>(
      title: "Signatories · simulated" + (isNameReversed ? " ▼" : ""), isFocused: isFocused,
      labelCells: RosterColumn.name.width,
      label: { name(facts.signatories[$0], isMarked: hasNamed) },
      columns: fitting.filter { $0 != .name }.map { column in
        let arrow = column == order.column ? (order.isDescending ? "▼" : "▲") : ""
        return FigureTable<Int>.Column(
          title: "\(arrow)\(column.title)", width: column.width,
          text: { column.text(facts.signatories[$0], snapshot.signatories[$0]) },
          style: { column.style(facts.signatories[$0]) },
          titleStyle: arrow.isEmpty ? .muted : .key)
      })
    let places = order.places(in: snapshot)
    return table.sheet(places, columns: columns, choices: places)
  }

  private static func name(
    _ signatory: Signatory, isMarked: Bool
  ) -> [(String, Style)] {
    let name = Sanitizer.clean(signatory.name)
    let room = RosterColumn.name.width
    guard let chinese = signatory.chineseName else {
      let mark = signatory.isNamed || !isMarked ? "" : " not named"
      return [(Wrap.shortened(name, cells: room - mark.count), .normal), (mark, .muted)]
    }
    let short = Wrap.shortened(Sanitizer.clean(chinese), cells: chineseCells - 1)
    let gap = String(repeating: " ", count: chineseCells - CellWidth.of(short))
    return [(short + gap + Wrap.shortened(name, cells: room - chineseCells), .normal)]
  }
}
