import Moderation

/// What stands behind the counters and was not made public.
enum LedgerPanel {
  static let rows = 3

  static func draw(_ snapshot: Snapshot, in rect: Rect, into canvas: inout Canvas) {
    let pen = Pen(rect: rect)
    pen.heading("What the counters do not show", note: "simulated truth", into: &canvas)
    let total = snapshot.totals.reduce(Tally(), +)
    let cells: [[(String, String, Style)]] = [
      [
        ("Screened", Format.short(total.screened), .value),
        ("Reviewed", Format.count(total.reviewed), .value),
        ("by screening alone", Format.count(total.removedByScreening), .value),
      ],
      [
        ("Missed", Format.count(total.missed), .alarm),
        ("Removed wrongly", Format.count(total.wronglyRemoved), .alarm),
        ("of all removed", Format.percent(total.wronglyRemoved, of: total.removed), .alarm),
      ],
    ]
    let starts = [2, 23, 52]
    let ends = [20, 49, 79]
    for (row, line) in cells.enumerated() {
      for (place, (label, figure, style)) in line.enumerated() {
        pen.write(label, .muted, column: starts[place], row: row + 1, into: &canvas)
        pen.writeRight(figure, style, endingAt: ends[place], row: row + 1, into: &canvas)
      }
    }
  }
}
