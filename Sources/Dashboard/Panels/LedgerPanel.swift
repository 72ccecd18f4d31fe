import Moderation

/// What stands behind the counters and was not made public.
enum LedgerPanel {
  static let rows = 4
  /// The places of the labels and the ends of their figures, column by column.
  private static let places = [(2, 20), (23, 49), (52, 79), (83, 113), (117, 137), (141, 170)]
  /// With fewer columns what matters most is shown, at these places.
  private static let fewColumns = 80
  private static let narrowPlaces = [(2, 25), (28, 46)]

  static func draw(_ snapshot: Snapshot, in rect: Rect, into canvas: inout Canvas) {
    let pen = Pen(rect: rect)
    pen.heading("What the counters do not show", note: "simulated truth", into: &canvas)
    let isNarrow = rect.columns < fewColumns
    let shown = isNarrow ? narrowColumns(snapshot) : columns(snapshot)
    for ((start, end), fields) in zip(isNarrow ? narrowPlaces : places, shown) {
      guard end < rect.columns else { break }
      for (row, field) in fields.enumerated() {
        pen.write(field.name, .muted, column: start, row: row + 1, into: &canvas)
        pen.writeFigure(
          field.figure, field.style, endingAt: end, cells: end - start - CellWidth.of(field.name),
          row: row + 1, into: &canvas)
      }
    }
  }

  /// Column by column, those that matter most first.
  private static func columns(_ snapshot: Snapshot) -> [[Field]] {
    let total = snapshot.total
    let burden = snapshot.errors.burden
    func amount(_ metric: Metric, _ number: Double) -> Field {
      Field(metric, Format.amount(number))
    }
    // Where nothing is screened nothing is removed by automation either.
    let third =
      total[.screened] == 0
      ? count(.uploaded, total[.uploaded]) : count(.automated, total.removedByAutomation)
    return [
      [
        count(.screened, total[.screened]), error(.missed, total.missed),
        error(.undecided, total.undecided),
      ],
      [
        count(.reviewed, total[.reviewed]), wrongly(total),
        count(.restored, total[.wrongfulRestored]),
      ],
      [
        third,
        Field(
          .wrongShare, Format.percent(total[.wrongfulActions], of: total[.actions]),
          .error(total[.wrongfulActions])),
        error(.neverAppealed, total.neverAppealed),
      ],
      [
        amount(.exposure, burden.exposureBeforeAction), amount(.itemHours, burden.itemHoursDown),
        amount(.viewsLost, burden.lawfulViewsLost),
      ],
      [
        count(.reports, total[.reports]), count(.appealed, total[.appealed]),
        count(.overturned, total[.overturned]),
      ],
      [
        count(.orders, total[.orders]), count(.toAuthority, snapshot.authority[.reports]),
        count(.disclosed, snapshot.authority[.disclosedAccounts]),
      ],
    ]
  }

  private static func narrowColumns(_ snapshot: Snapshot) -> [[Field]] {
    let total = snapshot.total
    return [
      [
        wrongly(total), error(.neverAppealed, total.neverAppealed), error(.missed, total.missed),
      ],
      [
        count(.screened, total[.screened]), count(.reviewed, total[.reviewed]),
        error(.undecided, total.undecided),
      ],
    ]
  }

  /// The wrongful actions, all of them removals unless the regime restricts.
  private static func wrongly(_ total: Tally) -> Field {
    error(total[.restrictions] == 0 ? .removedWrongly : .wrongly, total[.wrongfulActions])
  }

  private static func count(_ metric: Metric, _ number: Int) -> Field {
    Field(metric, Format.short(number))
  }

  private static func error(_ metric: Metric, _ number: Int) -> Field {
    Field(metric, Format.short(number), .error(number))
  }
}
