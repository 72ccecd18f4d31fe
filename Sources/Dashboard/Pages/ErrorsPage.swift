import Moderation

/// The error ledger of a part of the regime: what only a simulation can show.
enum ErrorsPage {
  /// The line with the scopes stays where it is.
  static let pinned = 2

  static func sheet(_ snapshot: Snapshot, _ state: DashboardState, columns: Int) -> Sheet {
    var sheet = Sheet(columns: columns)
    sheet.heading("Errors", note: "simulated truth", isFocused: true)
    sheet.add(scopes(snapshot, state, columns: columns))
    // Until the session has answered, another part's figures may be at hand.
    guard let part = snapshot.part, part.scope == state.scope(snapshot.facts) else {
      return sheet
    }
    sheet.append(
      Sheet.split(columns: columns) { columns in
        var left = ErrorSections.causes(part.errors, columns: columns)
        left.append(ErrorSections.outcomes(part.errors, columns: columns))
        left.append(ErrorSections.burden(part.errors, columns: columns))
        return left
      } and: { columns in
        var right = measures(part, columns: columns)
        right.append(cells(part, snapshot.facts, columns: columns))
        return right
      })
    return sheet
  }

  /// The parts to choose from, as many as fit around the chosen one.
  private static func scopes(
    _ snapshot: Snapshot, _ state: DashboardState, columns: Int
  ) -> Sheet.Line {
    let facts = snapshot.facts
    let names = state.scopes(facts).map { $0.name(facts) }
    let chosen = state.scopes(facts).firstIndex(of: state.scope(facts)) ?? 0
    var line = Sheet.Line()
    let room = columns - 10
    func width(_ range: ArraySlice<String>) -> Int {
      range.reduce(0) { $0 + CellWidth.of($1) + 3 }
    }
    var first = 0
    while first < chosen, width(names[first...chosen]) > room { first += 1 }
    var column = 1
    if first > 0 { line.write([("…", .muted)], column: 0, columns: columns) }
    for (index, name) in names.enumerated().dropFirst(first) {
      guard column + CellWidth.of(name) + 3 <= room || index == chosen else {
        line.write([("…", .muted)], column: column, columns: columns)
        break
      }
      let style: Style = index == chosen ? .selected : .hint
      column = line.write([(" \(name) ", style)], column: column, columns: columns) + 1
    }
    let keys = Binding.keyNames(of: [.left, .right], inReplay: snapshot.replay != nil)
    line.writeFigure(keys, .key, endingAt: columns - 2, cells: 5)
    return line
  }

  /// The measures by the field's definitions.
  private static func measures(_ part: Snapshot.Part, columns: Int) -> Sheet {
    func share(_ metric: Metric, _ measure: RegimeMetric) -> Field {
      Field(metric, Format.percent(part.metrics[measure]))
    }
    func time(_ metric: Metric, _ median: RegimeMetric, _ p95: RegimeMetric?) -> Field {
      let end = p95.map { " · \(Format.hours(part.metrics[$0]))" } ?? ""
      return Field(metric, Format.hours(part.metrics[median]) + end)
    }
    var fields = [
      share(.precision, .precision), share(.recall, .recall),
      share(.automationPrecision, .automationPrecision),
      share(.automationRecall, .automationRecall),
      share(.screeningPrecision, .screeningPrecision),
      share(.screeningRecall, .screeningRecall),
      share(.proactive, .proactiveRate),
      Field(.prevalence, Format.percent(part.metrics[.prevalence], decimals: 4)),
      Field(.prevalenceSample, prevalenceSample(part.metrics)),
      share(.beforeView, .actedBeforeViewShare), share(.withinDay, .actedWithinDayShare),
      share(.appealRate, .appealRate), share(.overturnRate, .overturnRate),
      share(.restoredUnasked, .restoredUnaskedRate),
      share(.reportsInTime, .reportsWithin2HoursShare),
      share(.validReports, .validReportsShare), share(.blockRate, .uploadBlockRate),
      Field(.hashes, hashes(part.metrics)),
      Field(.hashHits, Format.measure(part.metrics[.lawfulHashHits], .count)),
      Field(.hitsPerHash, part.metrics[.hitsPerWrongHash].map { Format.fixed($0, 1) } ?? "–"),
    ]
    if part.scope.signatory == nil, part.scope.policy == nil {
      fields += [
        time(.timeToAction, .timeToActionMedian, .timeToActionP95),
        time(.timeFromFlag, .timeFromFlagMedian, .timeFromFlagP95),
        time(.appealTime, .appealTimeMedian, nil),
      ]
    }
    var sheet = Sheet(columns: columns)
    sheet.heading("By the field's measures", note: "from the truth, not from appeals")
    sheet.fields(fields)
    return sheet
  }

  private static func hashes(_ metrics: RegimeMetrics) -> String {
    [RegimeMetric.hashesAdded, .hashesUndone].map { Format.measure(metrics[$0], .count) }
      .joined(separator: ", ")
  }

  /// The interval of the sample, as in `0.0012–0.0045 %`.
  private static func prevalenceSample(_ metrics: RegimeMetrics) -> String {
    guard let low = metrics[.prevalenceSampleLow], let high = metrics[.prevalenceSampleHigh] else {
      return "–"
    }
    return "\(Format.fixed(100 * low, 4))–\(Format.percent(high, decimals: 4))"
  }

  /// A row per policy and kind.
  private static func cells(
    _ part: Snapshot.Part, _ facts: ScenarioFacts, columns: Int
  ) -> Sheet {
    let cells = part.cells.filter { $0.tally.removed + $0.tally.missed + $0.tally[.actions] > 0 }
    let names = cells.map {
      "\(Sanitizer.clean(facts.policies[$0.policy].name)) · \($0.kind.plural.lowercased())"
    }
    let labelCells = min(
      columns >= 120 ? 48 : columns >= 90 ? 36 : 30, names.map { CellWidth.of($0) }.max() ?? 0)
    typealias Row = (name: String, tally: Tally)
    let table = FigureTable<Row>(
      title: "By policy and kind", labelCells: labelCells,
      label: { [(Wrap.shortened($0.name, cells: labelCells), .normal)] },
      columns: [
        .init(title: "acted on", width: 9, text: { Format.count($0.tally[.actions], cells: 8) }),
        .init(
          title: "wrongly", width: 9, text: { Format.count($0.tally[.wrongfulActions], cells: 8) }),
        .init(
          title: "share", width: 8, rank: 2,
          text: { Format.percent($0.tally[.wrongfulActions], of: $0.tally[.actions]) }),
        .init(
          title: "never app.", width: 11, rank: 1,
          text: { Format.count($0.tally.neverAppealed, cells: 8) }),
        .init(title: "missed", width: 9, text: { Format.count($0.tally.missed, cells: 8) }),
        .init(title: "reviewed", width: 11, rank: 3, text: { Format.count($0.tally[.reviewed]) }),
        .init(title: "reports", width: 11, rank: 4, text: { Format.count($0.tally[.reports]) }),
        .init(
          title: "restored", width: 10, rank: 5,
          text: { Format.count($0.tally[.wrongfulRestored], cells: 9) }),
      ])
    return table.sheet(
      zip(names, cells).map { (name: $0, tally: $1.tally) }, columns: columns)
  }
}
