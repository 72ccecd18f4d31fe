import Moderation

/// The parts of the error ledger, for the errors page and a signatory's page.
enum ErrorSections {
  /// From so many cells on two parts stand side by side.
  private static let leastForTwo = 78

  /// What removed the wrongly removed, and why the missed are up.
  static func causes(_ ledger: ErrorLedger, columns: Int) -> Sheet {
    guard columns >= leastForTwo else {
      var sheet = wrongful(ledger, columns: columns)
      sheet.append(misses(ledger, columns: columns))
      return sheet
    }
    let right = max(33, min(60, columns * 2 / 5))
    return .beside(
      wrongful(ledger, columns: columns - right - 1), misses(ledger, columns: right), gap: 1)
  }

  private static func wrongful(_ ledger: ErrorLedger, columns: Int) -> Sheet {
    typealias Row = (name: String, wrongful: Int, appealed: Int, removed: Int, isSum: Bool)
    let causes = Cause.removing.filter { ledger.removals(by: $0) > 0 }
    let rows: [Row] =
      causes.map {
        (
          $0.label, ledger.wrongfulRemovals(by: $0), ledger.appealed(by: $0),
          ledger.removals(by: $0), false
        )
      } + [
        (
          "All", ledger.wrongfulRemovals, causes.reduce(0) { $0 + ledger.appealed(by: $1) },
          ledger.tally.removed, true
        )
      ]
    let table = FigureTable<Row>(
      title: "Removed wrongly", labelCells: 14, label: { [($0.name, .normal)] },
      columns: [
        .init(
          title: "wrongly", width: 9, text: { Format.count($0.wrongful, cells: 8) },
          style: { $0.isSum ? .error($0.wrongful) : .value }),
        .init(title: "appealed", width: 10, rank: 1, text: { Format.count($0.appealed, cells: 8) }),
        .init(title: "removed", width: 9, rank: 2, text: { Format.count($0.removed, cells: 8) }),
        .init(
          title: "share", width: 8, text: { Format.percent($0.wrongful, of: $0.removed) }),
      ],
      trail: .init(greatest: 40) { row, cells in
        Bar.spans(Double(row.wrongful) / Double(max(1, row.removed)), .graph, cells: cells)
      })
    return table.sheet(rows, columns: columns)
  }

  private static func misses(_ ledger: ErrorLedger, columns: Int) -> Sheet {
    typealias Row = (name: String, count: Int, style: Style)
    let rows: [Row] =
      MissCause.allCases.map { ($0.label, ledger.misses(by: $0), .value) }
      + [
        ("All", ledger.misses, .error(ledger.misses)),
        (Metric.undecided.name, ledger.tally.undecided, .value),
      ]
    let table = FigureTable<Row>(
      title: "Missed", labelCells: 21, label: { [($0.name, .normal)] },
      columns: [
        .init(
          title: "now up", width: 8, text: { Format.count($0.count, cells: 7) },
          style: { $0.style })
      ],
      trail: .init(greatest: 24) { row, cells in
        Bar.spans(
          Double(row.count) / Double(max(1, ledger.misses)), .graph, cells: cells)
      })
    return table.sheet(rows, columns: columns)
  }

  /// Of the wrongful actions: who asked, who is back, and of whom nobody will hear.
  static func outcomes(_ ledger: ErrorLedger, columns: Int) -> Sheet {
    typealias Row = (name: String, count: Int, style: Style)
    let all = ledger.tally[.wrongfulActions]
    let rows: [Row] = [
      ("Appealed", ledger.appealed, .value),
      ("Restored, appealed", ledger.restored - ledger.restoredWithoutAppeal, .good),
      ("Restored, no appeal", ledger.restoredWithoutAppeal, .good),
      ("Never appealed", ledger.neverAppealed, .alarm),
      ("Still down", ledger.stillDown, .alarm),
    ]
    let table = FigureTable<Row>(
      title: "Lawful subjects removed or restricted: \(Format.count(all))",
      note: "no real system knows the last two", labelCells: 20, label: { [($0.name, .normal)] },
      columns: [
        .init(
          title: "", width: 9, text: { Format.count($0.count, cells: 8) }, style: { $0.style }),
        .init(title: "", width: 8, text: { Format.percent($0.count, of: all) }),
      ],
      trail: .init(greatest: 100) { row, cells in
        Bar.spans(
          Double(row.count) / Double(max(1, all)), row.style == .alarm ? .graphError : .graph,
          cells: cells)
      }, isTitleFree: true)
    return table.sheet(rows, columns: columns)
  }

  /// What the errors come to.
  static func burden(_ ledger: ErrorLedger, columns: Int) -> Sheet {
    let burden = ledger.burden
    var sheet = Sheet(columns: columns)
    sheet.heading("What it comes to", note: "costs in units of the scenario's own")
    var fields = [
      Field(.itemHours, Format.amount(burden.itemHoursDown)),
      Field(.viewsLost, Format.amount(burden.lawfulViewsLost)),
      Field(.exposure, Format.amount(burden.exposureBeforeAction)),
      Field(.violatingViews, Format.amount(burden.violatingViews)),
      Field(name: "Cost of removals", figure: Format.amount(burden.wrongfulRemovalCost)),
      Field(name: "Cost of misses", figure: Format.amount(burden.missCost)),
    ]
    if ledger.tally[.orders] > 0 {
      fields += [
        Field(
          name: "Orders wrongly followed", figure: Format.short(ledger.ordersCompliedWrongly),
          style: .error(ledger.ordersCompliedWrongly)),
        Field(
          name: "… wrongly contested", figure: Format.short(ledger.ordersContestedWrongly)),
      ]
    }
    if ledger.tally[.reportedToAuthority] > 0 {
      let wrongly = ledger.tally[.lawfulReportedToAuthority]
      fields.append(
        Field(
          name: "Lawful, reported to authority", figure: Format.short(wrongly),
          style: .error(wrongly)))
    }
    sheet.fields(fields)
    return sheet
  }
}

extension Style {
  /// That of a count of errors: none is nothing to worry about.
  static func error(_ count: Int) -> Style { count > 0 ? .alarm : .value }
}
