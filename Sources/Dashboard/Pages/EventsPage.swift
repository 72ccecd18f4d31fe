import Moderation
import Queueing

/// What befalls the regime: shocks, milestones, and what was changed so far.
enum EventsPage {
  static func sheet(_ snapshot: Snapshot, _ state: DashboardState, columns: Int) -> Sheet {
    guard columns >= Sheet.wide else {
      var sheet = shocks(snapshot, state, columns: columns)
      sheet.append(markers(snapshot, columns: columns))
      sheet.append(changes(snapshot, columns: columns))
      sheet.append(levers(snapshot, columns: columns))
      sheet.append(timeline(snapshot, columns: columns))
      sheet.append(interventions(snapshot, columns: columns))
      return sheet
    }
    let right = columns / 3
    var left = shocks(snapshot, state, columns: columns - right - 2)
    left.append(timeline(snapshot, columns: columns - right - 2))
    var beside = markers(snapshot, columns: right)
    beside.append(changes(snapshot, columns: right))
    beside.append(levers(snapshot, columns: right))
    beside.append(interventions(snapshot, columns: right))
    return .beside(left, beside)
  }

  // MARK: Shocks

  private static func shocks(
    _ snapshot: Snapshot, _ state: DashboardState, columns: Int
  ) -> Sheet {
    let shocks = snapshot.facts.shocks
    var sheet = Sheet(columns: columns)
    sheet.heading("Shocks", note: note(snapshot, state), isFocused: true)
    if shocks.isEmpty { sheet.add("The scenario has none.", .muted) }
    for (index, shock) in shocks.enumerated() {
      let gap = String(repeating: " ", count: max(1, 24 - shock.kind.label.count))
      sheet.add(
        [(shock.kind.label, .value), (gap, .normal)] + stand(index, snapshot), choice: index)
      sheet.prose(Sanitizer.clean(shock.text), .muted, column: 4)
    }
    return sheet
  }

  /// What Enter does to the selected shock, or why it does nothing.
  private static func note(_ snapshot: Snapshot, _ state: DashboardState) -> String {
    guard snapshot.facts.shocks.indices.contains(state.selectedEvent) else { return "" }
    let refusal = ShockState(state.selectedEvent, in: snapshot).refusal
    return refusal.map { "cannot begin: \($0)" } ?? "Enter, and once more, begins the selected one"
  }

  private static func stand(_ index: Int, _ snapshot: Snapshot) -> [(String, Style)] {
    let shock = ShockState(index, in: snapshot)
    let length = snapshot.facts.shocks[index].duration
    let lasting = length > 0 ? " for \(Format.duration(length))" : ""
    let clock = snapshot.facts.clock
    func text(_ instant: Microseconds) -> String { time(instant, clock) }
    if let since = shock.activeSince {
      let end = since + length
      let until =
        length > 0 ? ", until \(clock.date(at: end).short) \(clock.timeText(at: end))" : ""
      return [("active since \(text(since))", .alarm), (until, .muted)]
    }
    if let instant = shock.scheduledAt {
      return [("scheduled for \(text(instant))", .warning), (lasting, .muted)]
    }
    if shock.isInForce {
      return [("in force\(shock.lastBegan.map { " since \(text($0))" } ?? "")", .warning)]
    }
    if let began = shock.lastBegan {
      return [("over; it began \(text(began))", .normal), (lasting, .muted)]
    }
    return [("on demand", .normal), (lasting, .muted)]
  }

  // MARK: Levers

  private static func levers(_ snapshot: Snapshot, columns: Int) -> Sheet {
    var sheet = Sheet(columns: columns)
    let note = DashboardState.refusal(snapshot).map { "as they are: \($0)" }
    sheet.heading("Levers", note: note ?? "Enter changes the selected one")
    let first = first(.levers, snapshot)
    var before = ""
    for (index, lever) in Lever.all(snapshot).enumerated() {
      let title = lever.title == before ? "" : Wrap.shortened(lever.title, cells: 26)
      before = lever.title
      let gap = String(repeating: " ", count: 28 - CellWidth.of(title))
      sheet.add(
        [(title, .value), (gap + lever.value, .normal)],
        choice: first + index)
    }
    return sheet
  }

  // MARK: Changes

  /// What was changed in the scenario before it began.
  private static func changes(_ snapshot: Snapshot, columns: Int) -> Sheet {
    let facts = snapshot.facts
    var sheet = Sheet(columns: columns)
    guard !facts.changes.isEmpty else { return sheet }
    sheet.heading("Changed from the file", note: Sanitizer.clean(facts.name))
    let first = first(.changes, snapshot)
    for index in facts.changes.lines.indices {
      sheet.append(.change(index, of: facts, columns: columns, choice: first + index))
    }
    return sheet
  }

  // MARK: Markers

  /// What was marked in the recording that is looked at, each with its whole note.
  private static func markers(_ snapshot: Snapshot, columns: Int) -> Sheet {
    var sheet = Sheet(columns: columns)
    guard let replay = snapshot.replay else { return sheet }
    sheet.heading(
      "Markers",
      note: replay.markers.isEmpty ? "none: m sets one" : "Enter goes to the selected one")
    let first = first(.markers, snapshot)
    let start = 22
    for (index, marker) in replay.markers.prefix(mostMarkers).enumerated() {
      let notes = Wrap.lines(Sanitizer.clean(marker.note), cells: columns - start - 2)
      for (row, note) in (notes.isEmpty ? [""] : notes).enumerated() {
        var line = Sheet.Line(choice: row == 0 ? first + index : nil)
        if row == 0 {
          line.write(
            [(time(marker.time, snapshot.facts.clock), .good)], column: 2, columns: columns)
        }
        line.write([(note, .normal)], column: start, columns: columns)
        sheet.add(line)
      }
    }
    let hidden = replay.markers.count - mostMarkers
    if hidden > 0 { sheet.add("… and \(Format.count(hidden)) later ones", .muted) }
    return sheet
  }

  // MARK: Timeline

  /// The milestones with their sources, and where the present instant lies among them.
  private static func timeline(_ snapshot: Snapshot, columns: Int) -> Sheet {
    let facts = snapshot.facts
    var sheet = Sheet(columns: columns)
    sheet.heading("Timeline", note: "sourced")
    var isNowDrawn = false
    func drawNow() {
      guard !isNowDrawn else { return }
      isNowDrawn = true
      sheet.add([
        ("◆ ", .state), (time(snapshot.now, facts.clock), .state),
        ("  now in the simulation", .muted),
      ])
    }
    let first = first(.milestones, snapshot)
    for (index, milestone) in facts.milestones.enumerated() {
      if (milestone.instant ?? .max) > snapshot.now { drawNow() }
      let mark: (String, Style) = isNowDrawn ? ("○", .muted) : ("●", .graph)
      sheet.append(
        entry(milestone, mark, facts, choice: first + index, columns: columns))
    }
    drawNow()
    return sheet
  }

  /// The date on the line of time, and beside it what happened.
  private static func entry(
    _ milestone: Milestone, _ mark: (String, Style), _ facts: ScenarioFacts, choice: Int,
    columns: Int
  ) -> Sheet {
    let start = 22
    let cells = columns - start - 2
    var lines: [(String, Style)] = Wrap.lines(Sanitizer.clean(milestone.text), cells: cells)
      .map { ($0, .normal) }
    if let source = facts.source(milestone.source) {
      let text = Sanitizer.clean("\(source.title), \(source.date)")
      lines += Wrap.lines(text, cells: cells).map { ($0, .muted) }
    }
    let date = Wrap.shortened(Sanitizer.clean(milestone.dateText), cells: start - 5)
    var sheet = Sheet(columns: columns)
    for (index, text) in lines.enumerated() {
      var line = Sheet.Line(choice: index == 0 ? choice : nil)
      line.write([index == 0 ? mark : ("│", .muted)], column: 2, columns: columns)
      if index == 0 { line.write([(date, .published)], column: 4, columns: columns) }
      line.write([text], column: start, columns: columns)
      sheet.add(line)
    }
    return sheet
  }

  // MARK: Interventions

  private static func interventions(_ snapshot: Snapshot, columns: Int) -> Sheet {
    let facts = snapshot.facts
    let first = first(.interventions, snapshot)
    var sheet = Sheet(columns: columns)
    let elements = snapshot.interventions.elements
    sheet.heading(
      "Interventions", note: elements.isEmpty ? "none so far" : "newest first, timetable included")
    for (index, applied) in elements.enumerated() {
      let text = applied.intervention.text(facts)
      sheet.add(
        [
          (time(applied.time, facts.clock), .muted), ("  ", .normal),
          (Wrap.shortened(text, cells: max(1, columns - 23)), .normal),
        ], choice: first + index)
    }
    return sheet
  }

  private static func time(_ instant: Microseconds, _ clock: ScenarioClock) -> String {
    "\(clock.date(at: instant).medium) \(clock.timeText(at: instant))"
  }
}

extension Intervention {
  /// What was done, in a line.
  package func text(_ facts: ScenarioFacts) -> String {
    func policy(_ index: UInt8, _ kind: SubjectKind) -> String {
      "\(Sanitizer.clean(facts.policies[Int(index)].name)), \(kind.plural.lowercased())"
    }
    func queue(_ index: UInt8) -> String { Sanitizer.clean(facts.queues[Int(index)].name) }
    return switch self {
    case .shock(let index): "Shock: \(facts.shocks[Int(index)].kind.label)"
    case .removeAt(let index, let kind, let score):
      "\(policy(index, kind)): removed at once from a score of \(Format.fixed(Double(score), 2))"
    case .reviewAt(let index, let kind, let score):
      "\(policy(index, kind)): reviewed from a score of \(Format.fixed(Double(score), 2))"
    case .staffing(let team, let percent):
      "\(Sanitizer.clean(facts.teams[Int(team)].name)): \(percent) % of its moderators"
    case .discipline(let index, let discipline):
      "\(queue(index)): \(discipline.label) first"
    case .target(let index, let seconds):
      "\(queue(index)): target \(Format.target(Microseconds(seconds) * TimeUnit.second))"
    }
  }
}
