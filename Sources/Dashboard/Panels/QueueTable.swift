import Moderation
import Queueing

/// The queue table: a row per queue, for all signatories or for one.
enum QueueTable {
  static func rows(_ facts: ScenarioFacts) -> Int { 1 + facts.queues.count }

  /// A column after the name and the graph.
  private struct Column {
    let metric: Metric
    let title: String
    let width: Int
    let text: (QueueState) -> String
    var style: (QueueState) -> Style = { _ in .normal }
  }

  private static func columns(target: Microseconds) -> [Column] {
    [
      Column(
        metric: .waiting, title: "waiting", width: 9, text: { Format.count($0.waiting, cells: 8) }),
      Column(
        metric: .inReview, title: "review", width: 8, text: { Format.count($0.inReview, cells: 7) }),
      Column(
        metric: .oldest, title: "oldest", width: 9, text: { Format.duration($0.oldest) },
        style: { ($0.oldest ?? 0) > target ? .warning : .normal }),
      Column(
        metric: .arrivals, title: "in/min", width: 8,
        text: { Format.rate($0.arrivalsPerMinute) }),
      Column(
        metric: .decisions, title: "out/min", width: 8,
        text: { Format.rate($0.decisionsPerMinute) }),
      Column(metric: .waitP50, title: "p50", width: 8, text: { Format.duration($0.waitP50) }),
      Column(metric: .waitP95, title: "p95", width: 8, text: { Format.duration($0.waitP95) }),
      Column(
        metric: .onTime, title: "in \(Format.target(target))", width: 9,
        text: { Format.percent($0.onTimeShare) },
        style: { ($0.onTimeShare ?? 1) < 0.8 ? .warning : .normal }),
    ]
  }

  /// Draws the table; a row is marked when `selected` names it.
  ///
  /// `states` is by `ReviewQueue.index`, as are the backlogs.
  static func draw(
    _ states: [QueueState], _ facts: ScenarioFacts, backlogs: [HourlySeries]?, days: Int,
    selected: ReviewQueue?, isFocused: Bool, in rect: Rect, into canvas: inout Canvas
  ) {
    let title = "Queues"
    let pen = Pen(rect: rect)
    pen.heading(title, isFocused: isFocused, into: &canvas)
    let columns = fitting(columns(target: facts.reviewTarget.value), in: rect.columns)
    let tableCells = columns.reduce(0) { $0 + $1.width } + 1
    let graphCells = backlogs == nil ? 0 : min(84, max(0, rect.columns - tableCells - 12))
    if graphCells >= 30 {
      let span = days == 1 ? "1 day" : "\(days) days"
      pen.write(" waiting over \(span) ", .muted, column: 11, row: 0, into: &canvas)
    }
    pen.clearTitles(
      from: max(CellWidth.of(title) + 3, rect.columns - tableCells), into: &canvas)
    var end = rect.columns - tableCells
    for column in columns {
      end += column.width
      pen.writeRight(column.title, .muted, endingAt: end, row: 0, into: &canvas)
    }
    for (place, queue) in facts.queues.enumerated() {
      let row = 1 + place
      pen.write("  \(queue.name)", column: 0, row: row, into: &canvas)
      if let backlogs, graphCells > 1 {
        let trend = Trend(backlogs[queue.index], as: .peak, days: days, points: 2 * graphCells)
        pen.write(
          Sparkline.text(trend.values, cells: graphCells), .graph, column: 11, row: row,
          into: &canvas)
      }
      var end = rect.columns - tableCells
      for column in columns {
        end += column.width
        let state = states[queue.index]
        pen.writeFigure(
          column.text(state), column.style(state), endingAt: end, cells: column.width - 1,
          row: row, into: &canvas)
      }
      if queue == selected { Selection.mark(row: row, isFocused, pen.rect, into: &canvas) }
    }
  }

  /// All columns, or those that matter most where there is little room.
  private static func fitting(_ columns: [Column], in width: Int) -> [Column] {
    let least: [Metric] = [
      .inReview, .waitP50, .decisions, .arrivals, .oldest, .waitP95, .onTime, .waiting,
    ]
    var kept = columns
    for metric in least {
      if kept.reduce(11, { $0 + $1.width }) + 1 <= width { break }
      kept.removeAll { $0.metric == metric }
    }
    return kept
  }
}

extension Format {
  /// A target as a heading has it, as in `2h` or `7d`.
  static func target(_ target: Microseconds) -> String {
    let hours = target / TimeUnit.hour
    if target % TimeUnit.hour != 0 { return duration(target) }
    return hours < 100 ? "\(hours)h" : "\(hours / 24)d"
  }
}
