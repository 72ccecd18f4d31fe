import Moderation
import Queueing

/// The queue table: a row per queue, for all signatories or for one.
enum QueueTable {
  /// A queue and how it stands.
  struct Row {
    let queue: Int
    let state: QueueState
    /// Nil where there is no graph.
    let backlog: HourlySeries?
  }

  /// The table; rows have the numbers of their queues as choices.
  ///
  /// `states` and `backlogs` are by queue.
  static func sheet(
    _ states: [QueueState], _ facts: ScenarioFacts, backlogs: [HourlySeries]? = nil,
    days: Int = 0, isFocused: Bool = false, columns cells: Int
  ) -> Sheet {
    let rows = QueueOrder.places(facts).map {
      Row(queue: $0, state: states[$0], backlog: backlogs?[$0])
    }
    let names = facts.queues.map { Sanitizer.clean($0.name) }
    let longest = names.map { CellWidth.of($0) }.max() ?? 0
    let labelCells = min(longest, cells >= 120 ? 40 : 24)
    let table = FigureTable<Row>(
      title: "Queues", isFocused: isFocused, labelCells: labelCells + 1,
      label: { [(Wrap.shortened(names[$0.queue], cells: labelCells), .normal)] },
      columns: columns(commonTarget: commonTarget(states)) + team(facts),
      lead: graph(days: days, backlogs))
    return table.sheet(rows, columns: cells, choices: rows.map(\.queue))
  }

  private static func columns(commonTarget: Microseconds?) -> [FigureTable<Row>.Column] {
    // Where targets differ, each row has its own before the share.
    let onTime = commonTarget.map { "in \(Format.target($0))" } ?? "on time"
    return [
      .init(.waiting, width: 9, text: { Format.count($0.state.waiting, cells: 8) }),
      .init(.inReview, width: 8, rank: 7, text: { Format.count($0.state.inReview, cells: 7) }),
      .init(
        .oldest, width: 9, rank: 3, text: { Format.duration($0.state.oldest) },
        style: { ($0.state.oldest ?? 0) > $0.state.target ? .warning : .normal }),
      .init(.arrivals, width: 8, rank: 4, text: { Format.rate($0.state.arrivalsPerMinute) }),
      .init(.decisions, width: 8, rank: 5, text: { Format.rate($0.state.decisionsPerMinute) }),
      .init(.waitP50, width: 8, rank: 6, text: { Format.duration($0.state.waitP50) }),
      .init(.waitP95, width: 8, rank: 2, text: { Format.duration($0.state.waitP95) }),
      .init(
        title: onTime, width: commonTarget == nil ? 13 : 9, rank: 1,
        text: { row in
          let share = Format.percent(row.state.onTimeShare)
          return commonTarget == nil ? "\(share) \(Format.target(row.state.target))" : share
        },
        style: { ($0.state.onTimeShare ?? 1) < 0.8 ? .warning : .normal }),
    ]
  }

  /// Who works on it, where there is room to say so.
  private static func team(_ facts: ScenarioFacts) -> [FigureTable<Row>.Column] {
    guard facts.teams.count > 1 else { return [] }
    let names = facts.teams.map { Sanitizer.clean($0.name) }
    let width = min(24, names.map { CellWidth.of($0) }.max() ?? 0)
    return [
      .init(
        title: "team", width: width + 3, rank: 9,
        text: { Wrap.shortened(names[facts.queues[$0.queue].team], cells: width) },
        style: { _ in .muted })
    ]
  }

  /// The target of all queues, if they have the same.
  private static func commonTarget(_ states: [QueueState]) -> Microseconds? {
    guard let first = states.first?.target, states.allSatisfy({ $0.target == first }) else {
      return nil
    }
    return first
  }

  private static func graph(
    days: Int, _ backlogs: [HourlySeries]?
  ) -> FigureTable<Row>.Filler? {
    guard backlogs != nil else { return nil }
    return FigureTable<Row>.Filler(
      title: days == 1 ? "waiting over 1 day" : "waiting over \(days) days", least: 12,
      greatest: 84
    ) { row, cells in
      guard let backlog = row.backlog else { return [] }
      let trend = Trend(backlog, as: .peak, days: days, points: 2 * cells)
      return [(Sparkline.text(trend.stretched(to: 2 * cells), cells: cells), .graph)]
    }
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
