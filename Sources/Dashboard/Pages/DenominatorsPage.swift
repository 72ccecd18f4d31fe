import Moderation
import Queueing

/// The published counters beside the worlds that would give them.
enum DenominatorsPage {
  private struct Row {
    let range: DenominatorView.Range
    /// The value of the world on the screen.
    let present: Double?

    /// What fills a bar.
    var greatest: Double {
      range.measure.unit == .share ? 1 : max(range.highest, present ?? 0, 1e-9)
    }
  }

  static func sheet(_ snapshot: Snapshot, _ view: DenominatorView, columns: Int) -> Sheet {
    var sheet = Sheet(columns: columns)
    sheet.heading("Denominators", note: "simulated", isFocused: true)
    sheet.add(published(snapshot.facts), column: 2)
    switch view {
    case .notAsked, .unsuitable:
      if case .unsuitable(let reason) = view {
        sheet.prose("No such view here: \(Sanitizer.clean(reason)).", .warning)
      }
    case .worlds(let worlds, let all):
      sheet.prose(
        "Many worlds give the same counters. This is what they disagree about.", .muted)
      sheet.append(found(worlds, of: all, snapshot, columns: columns))
    }
    return sheet
  }

  private static func published(_ facts: ScenarioFacts) -> [(String, Style)] {
    let figures = facts.publishedFigures
    guard let last = figures.last else { return [("No figure was published.", .muted)] }
    let parts = figures.enumerated().flatMap { index, figure -> [(String, Style)] in
      [
        (index == 0 ? "" : " · ", .muted), (Format.count(figure.removed.value), .published),
        (" \(figure.kind.plural.lowercased())", .normal),
      ]
    }
    let isPublished = figures.allSatisfy(\.isPublished)
    return [(isPublished ? "Published  " : "Not all published  ", .muted)] + parts
      + [(" removed by \(last.lastDay(facts.clock).medium)", .muted)]
  }

  private static func found(
    _ worlds: DenominatorView.Worlds, of all: Int, _ snapshot: Snapshot, columns: Int
  ) -> Sheet {
    let rows = worlds.ranges.map { range in
      Row(range: range, present: snapshot.part?.metrics[range.measure])
    }
    var sheet = Sheet(columns: columns)
    if worlds.count < all {
      let share = Double(worlds.count) / Double(max(1, all))
      sheet.add(
        [("\(worlds.count) of \(all) worlds  ", .state)]
          + Bar.spans(share, .graph, cells: min(40, columns - 30)))
    }
    sheet.prose(worlds.summary)
    // One world is no range.
    guard !rows.isEmpty, worlds.consistent > 1 || worlds.count == all else { return sheet }
    sheet.append(table.sheet(rows, columns: columns))
    sheet.append(shares(worlds.shares, columns: columns))
    sheet.gap()
    sheet.add([
      ("─", .graph), (" the worlds  ", .muted), ("┃", .value), (" their median  ", .muted),
      ("◆", .state), (" this world, now", .muted),
    ])
    if let figure = snapshot.facts.publishedFigures.last,
      (snapshot.now - figure.asOf).magnitude > UInt64(TimeUnit.day)
    {
      let clock = snapshot.facts.clock
      sheet.prose(
        "The worlds are taken at the end of \(figure.lastDay(clock).medium); this one stands at \(clock.date(at: snapshot.now).medium).",
        .muted)
    }
    return sheet
  }

  /// What had to be uploaded of what breaks a policy, so that the counters come out.
  private static func shares(_ shares: [DenominatorView.Share], columns: Int) -> Sheet {
    typealias Share = DenominatorView.Share
    let policies = Set(shares.map(\.policy)).count
    let table = FigureTable<Share>(
      title: "Solved for: violating per million", labelCells: 23,
      label: { share in
        let policy = policies > 1 ? " · \(Sanitizer.clean(share.policy))" : ""
        return [(Wrap.shortened(share.kind.plural + policy, cells: 23), .normal)]
      },
      columns: [
        .init(title: "lowest", width: 9, text: { Format.fixed($0.lowest, 1) }),
        .init(
          title: "median", width: 9, text: { Format.fixed($0.median, 1) }, style: { _ in .value }),
        .init(title: "highest", width: 9, text: { Format.fixed($0.highest, 1) }),
      ], isTitleFree: false)
    return shares.isEmpty ? Sheet(columns: columns) : table.sheet(shares, columns: columns)
  }

  private static var table: FigureTable<Row> {
    func text(_ value: Double?, _ row: Row) -> String {
      Format.measure(value, row.range.measure.unit)
    }
    return FigureTable<Row>(
      title: "The worlds behind the counters", labelCells: 23,
      label: { [(Glossary.name(of: $0.range.measure), .normal)] },
      columns: [
        .init(title: "lowest", width: 9, text: { text($0.range.lowest, $0) }),
        .init(
          title: "median", width: 9, text: { text($0.range.median, $0) },
          style: { _ in .value }),
        .init(title: "highest", width: 9, text: { text($0.range.highest, $0) }),
        .init(
          title: "this one", width: 10, rank: 1, text: { text($0.present, $0) },
          style: { _ in .state }),
      ],
      trail: .init(least: 12, greatest: 100, spans: bar), reserved: 14)
  }

  /// From nothing to the greatest: the range as a line, the median and this world on it.
  private static func bar(_ row: Row, cells: Int) -> [(String, Style)] {
    guard cells > 0 else { return [] }
    let range = row.range
    func place(_ value: Double) -> Int {
      min(cells - 1, max(0, Int(value / row.greatest * Double(cells - 1) + 0.5)))
    }
    var glyphs = Array(repeating: ("·", Style.graphRest), count: cells)
    for cell in place(range.lowest)...max(place(range.lowest), place(range.highest)) {
      glyphs[cell] = ("─", .graph)
    }
    glyphs[place(range.median)] = ("┃", .value)
    if let present = row.present { glyphs[place(present)] = ("◆", .state) }
    return glyphs
  }
}
