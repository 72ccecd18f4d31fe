import Moderation

/// The review queues: the table, and what there is to know of the selected one.
enum QueuesPage {
  /// A lower graph is not worth its heading.
  private static let leastGraphRows = 5

  static func draw(
    _ snapshot: Snapshot, _ state: DashboardState, in rect: Rect, into canvas: inout Canvas
  ) {
    guard !snapshot.facts.queues.isEmpty else {
      Pen(rect: rect).heading("Queues", note: "the scenario has none", into: &canvas)
      return
    }
    var rest = rect
    let table = QueueTable.sheet(
      snapshot.queues, snapshot.facts, isFocused: true, columns: rect.columns)
    let tableRows = min(table.rows, max(rect.rows / 2 - 2, min(4, rect.rows)))
    table.draw(
      selected: state.selectedQueue, in: rest.takeTop(tableRows), into: &canvas)
    let details = details(state.selectedQueue, snapshot, columns: rect.columns)
    if rest.rows >= leastGraphRows + 3 {
      let room = rest.rows - leastGraphRows
      details.draw(hasArrows: false, in: rest.takeTop(min(details.rows, room)), into: &canvas)
    }
    drawGraphs(snapshot, state, in: rest, into: &canvas)
  }

  private static func drawGraphs(
    _ snapshot: Snapshot, _ state: DashboardState, in rect: Rect, into canvas: inout Canvas
  ) {
    var rest = rect
    let queue = snapshot.facts.queues[state.selectedQueue]
    let kind = queue.rule.kinds.count == 1 ? queue.rule.kinds.first : nil
    let hasBoth = kind != nil && rest.rows >= 2 * leastGraphRows
    GraphPanel.draw(
      "\(Sanitizer.clean(queue.name)) waiting", snapshot.backlogs[state.selectedQueue], as: .peak,
      days: state.spanDays, snapshot, in: rest.takeTop(hasBoth ? rest.rows / 2 : rest.rows),
      into: &canvas)
    if let kind, hasBoth {
      GraphPanel.draw(
        "\(kind.plural) removed, from all queues", snapshot.removals[kind.index], as: .sum,
        days: state.spanDays, snapshot, in: rest, into: &canvas)
    }
  }

  /// What comes into the queue, who works on it, and what counts as on time.
  private static func details(
    _ index: Int, _ snapshot: Snapshot, columns: Int
  ) -> Sheet {
    let facts = snapshot.facts
    let queue = facts.queues[index]
    let state = snapshot.queues[index]
    let team = snapshot.teams[queue.team]
    var sheet = Sheet(columns: columns)
    sheet.heading(Sanitizer.clean(queue.name), note: "simulated")
    sheet.prose("Takes \(takes(queue.rule, facts))")
    sheet.fields([
      Field(.overdue, Format.count(state.overdue, cells: 7)),
      Field(.hoursToClear, Format.hours(state.hoursToClear)),
      Field(.attainment, Format.percent(state.attainment)),
      Field(.moderators, Format.count(team.onDuty)),
      Field(.utilization, Format.percent(team.recentUtilization)),
      Field(name: "first", figure: snapshot.disciplines[index].label),
    ])
    sheet.add([
      ("Team ", .muted), (Sanitizer.clean(facts.teams[queue.team].name), .normal),
      ("   Target ", .muted), (Format.target(state.target), .value),
      ("   grade \(queue.target.grade.rawValue)", .muted),
    ])
    sheet.append(.provenance(queue.target, facts, columns: columns))
    return sheet
  }

  /// The jobs that a rule takes, in a few words.
  private static func takes(_ rule: RoutingRule, _ facts: ScenarioFacts) -> String {
    func list(_ names: [String], of all: Int, _ everything: String) -> String {
      names.count == all ? everything : names.joined(separator: ", ")
    }
    let policies = rule.policies.map { Sanitizer.clean(facts.policies[$0].name) }
    let parts = [
      list(rule.sources.map(\.label), of: ReviewSource.count, "all sources"),
      list(rule.kinds.map { $0.plural.lowercased() }, of: SubjectKind.count, "all kinds"),
      list(policies, of: facts.policies.count, facts.policies.count > 1 ? "all policies" : ""),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }
}

extension QueueDiscipline {
  /// Which job comes first, in a word or two.
  var label: String {
    switch self {
    case .oldest: "oldest"
    case .deadline: "deadline"
    case .views: "most views"
    }
  }
}

extension ReviewSource {
  /// Where a job comes from, in a word or two.
  var label: String {
    switch self {
    case .screening: "screening"
    case .report: "reports"
    case .trustedReport: "trusted flaggers"
    case .order: "orders"
    case .escalation: "escalations"
    case .secondReview: "second reviews"
    case .appeal: "appeals"
    }
  }
}
