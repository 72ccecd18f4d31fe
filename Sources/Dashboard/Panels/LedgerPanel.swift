import Moderation

/// What stands behind the counters and was not made public.
enum LedgerPanel {
  static let rows = 4
  /// The places of the labels and the ends of their figures, column by column.
  private static let places = [(2, 20), (23, 49), (52, 79), (83, 113), (117, 137), (141, 170)]

  static func draw(_ snapshot: Snapshot, in rect: Rect, into canvas: inout Canvas) {
    let pen = Pen(rect: rect)
    pen.heading("What the counters do not show", note: "simulated truth", into: &canvas)
    for ((start, end), fields) in zip(places, columns(snapshot)) {
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
    func count(_ metric: Metric, _ number: Int) -> Field {
      Field(metric, Format.short(number))
    }
    func error(_ metric: Metric, _ number: Int) -> Field {
      Field(metric, Format.short(number), .error(number))
    }
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
        count(.reviewed, total[.reviewed]), error(.removedWrongly, total.wronglyRemoved),
        count(.restored, total[.wrongfulRestored]),
      ],
      [
        third,
        Field(
          .wrongShare, Format.percent(total.wronglyRemoved, of: total.removed),
          .error(total.wronglyRemoved)),
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
}
