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
        sheet.append(
          term(binding.keyNames, .key, binding.explanation, start: 20, columns: columns))
      }
    }
    sheet.add("Commands", .heading)
    for command in PromptCommand.all {
      sheet.append(term(":\(command.call)", .key, command.summary, start: 34, columns: columns))
    }
    sheet.add("Timeline of a replay", .heading)
    for (sign, meaning) in TimelinePanel.legend {
      sheet.append(term(sign, .key, meaning, start: 8, columns: columns))
    }
    return sheet
  }

  private static func glossary(columns: Int) -> Sheet {
    var sheet = Sheet(columns: columns)
    for group in Glossary.groups {
      sheet.add(group.title, .heading)
      for entry in group.entries {
        sheet.append(term(entry.name, .value, entry.definition, start: 29, columns: columns))
      }
    }
    return sheet
  }

  /// With fewer cells for it an explanation stands under its term.
  private static let leastBeside = 24

  /// A term, and its explanation beside it from a column on, or under it.
  private static func term(
    _ name: String, _ style: Style, _ explanation: String, start: Int, columns: Int
  ) -> Sheet {
    var sheet = Sheet(columns: columns)
    let nameEnd = 4 + CellWidth.of(name)
    let isBeside = columns - start - 1 >= leastBeside && nameEnd < start
    let column = isBeside ? start : 6
    if !isBeside { sheet.add(name, style, column: 4) }
    for (index, text) in Wrap.lines(explanation, cells: columns - column - 1).enumerated() {
      var line = Sheet.Line()
      if isBeside, index == 0 { line.write([(name, style)], column: 4, columns: columns) }
      line.write([(text, .normal)], column: column, columns: columns)
      sheet.add(line)
    }
    return sheet
  }
}
