/// The help: every binding by group, then the glossary; it scrolls.
enum HelpOverlay {
  private static let keyCells = 90

  static func draw(_ state: DashboardState, in rect: Rect, into canvas: inout Canvas) {
    canvas.fill(rect)
    sheet(columns: rect.columns, rows: rect.rows).draw(
      from: state.helpScroll, pinned: 1, in: rect, into: &canvas)
  }

  /// How far the help can scroll on a screen.
  static func greatestScroll(in size: Size) -> Int {
    Sheet.greatestScroll(
      rows: sheet(columns: size.columns, rows: size.rows).rows, pinned: 1, visible: size.rows)
  }

  private static func sheet(columns: Int, rows: Int) -> Sheet {
    var body = Sheet(columns: columns)
    if columns >= Sheet.wide {
      body = .beside(keys(columns: keyCells), glossary(columns: columns - keyCells - 2))
    } else {
      body.append(keys(columns: columns))
      body.gap()
      body.append(glossary(columns: columns))
    }
    var sheet = Sheet(columns: columns)
    sheet.heading(
      "Help", note: body.rows > rows - 1 ? "↑ ↓ scroll   Esc closes" : "Esc closes",
      isFocused: true)
    sheet.append(body)
    return sheet
  }

  private static func keys(columns: Int) -> Sheet {
    var sheet = Sheet(columns: columns)
    for group in Binding.Group.allCases {
      sheet.add(group.rawValue, .heading)
      for binding in Binding.all where binding.group == group {
        let names = binding.keyNames
        let gap = String(repeating: " ", count: max(1, 16 - CellWidth.of(names)))
        sheet.add([(names, .key), (gap + binding.explanation, .normal)], column: 4)
      }
    }
    sheet.add("Commands", .heading)
    for command in PromptCommand.all {
      let call = ":\(command.call)"
      let gap = String(repeating: " ", count: max(1, 30 - CellWidth.of(call)))
      sheet.add([(call, .key), (gap + command.summary, .normal)], column: 4)
    }
    sheet.add("Timeline of a replay", .heading)
    for (sign, meaning) in TimelinePanel.legend {
      sheet.add([(sign, .key), ("  \(meaning)", .normal)], column: 4)
    }
    return sheet
  }

  private static func glossary(columns: Int) -> Sheet {
    var sheet = Sheet(columns: columns)
    for group in Glossary.groups {
      sheet.add(group.title, .heading)
      for entry in group.entries { sheet.append(term(entry, columns: columns)) }
    }
    return sheet
  }

  /// A name, and its definition beside it.
  private static func term(_ entry: Glossary.Entry, columns: Int) -> Sheet {
    let start = 29
    var sheet = Sheet(columns: columns)
    let lines = Wrap.lines(entry.definition, cells: max(20, columns - start - 1))
    for (index, line) in lines.enumerated() {
      let name = index == 0 ? entry.name : ""
      let gap = String(repeating: " ", count: max(1, start - 4 - CellWidth.of(name)))
      sheet.add([(name, .value), (gap + line, .normal)], column: 4)
    }
    return sheet
  }
}
