import Moderation
import Queueing

/// The teams of moderators: how many there are, and what their time goes into.
enum WorkforcePage {
  private struct Row {
    let name: String
    let state: WorkforceState
    /// Percent of the scenario's moderators; nil for a sum.
    let staffing: Int?
  }

  static func sheet(_ snapshot: Snapshot, columns: Int) -> Sheet {
    let facts = snapshot.facts
    var rows = facts.teams.indices.map { team in
      Row(
        name: Sanitizer.clean(facts.teams[team].name), state: snapshot.teams[team],
        staffing: snapshot.staffing[team])
    }
    if rows.count > 1 {
      let sum = snapshot.teams.reduce(into: WorkforceState(), +=)
      rows.append(Row(name: "All", state: sum, staffing: nil))
    }
    var sheet = table(rows).sheet(rows, columns: columns)
    if rows.isEmpty { sheet.add("The scenario has no moderators.", .muted) }
    sheet.append(queues(snapshot, columns: columns))
    sheet.append(staff(facts, columns: columns))
    sheet.append(reviews(snapshot.total, columns: columns))
    return sheet
  }

  private static func table(_ rows: [Row]) -> FigureTable<Row> {
    let longest = rows.map { CellWidth.of($0.name) }.max() ?? 0
    let cells = min(longest, 24)
    return FigureTable<Row>(
      title: "Teams", note: "simulated", isFocused: true, labelCells: max(12, cells),
      label: { [(Wrap.shortened($0.name, cells: cells), .normal)] },
      columns: [
        .init(.moderators, width: 9, text: { Format.count($0.state.onDuty, cells: 8) }),
        .init(.resting, width: 8, rank: 2, text: { Format.count($0.state.resting) }),
        .init(.busy, width: 7, text: { Format.count($0.state.busy, cells: 6) }),
        .init(
          .utilization, width: 9, text: { Format.percent($0.state.recentUtilization) },
          style: { ($0.state.recentUtilization ?? 0) > 0.95 ? .warning : .normal }),
        .init(
          title: "decisions", width: 10, rank: 1,
          text: { Format.count($0.state.decisions, cells: 9) }),
        .init(
          .handleTime, width: 8, rank: 3, text: { Format.seconds($0.state.secondsPerDecision) }
        ),
        .init(.exposureMinutes, width: 9, text: { Format.minutes($0.state.exposurePerShift) }),
        .init(
          title: "staffing", width: 10, rank: 4,
          text: { $0.staffing.map { "\($0) %" } ?? "" },
          style: { $0.staffing == 100 ? .normal : .warning }),
      ],
      trail: .init(title: "busy of time on duty, 24h", least: 12, greatest: 60) { row, cells in
        Bar.spans(row.state.recentUtilization ?? 0, .graph, cells: cells)
      })
  }

  /// What becomes of jobs beside decisions.
  private static func reviews(_ total: Tally, columns: Int) -> Sheet {
    var sheet = Sheet(columns: columns)
    sheet.heading("Reviews since the start", note: "simulated")
    sheet.fields([
      Field(.escalations, Format.short(total[.escalations])),
      Field(.secondReviews, Format.short(total[.secondReviews])),
      Field(.disagreement, Format.percent(total[.disagreements], of: total[.secondReviews])),
      Field(.lapsedClaims, Format.short(total[.lapsedClaims])),
      Field(.withdrawals, Format.short(total[.withdrawals])),
    ])
    return sheet
  }

  /// Which queues each team works on.
  private static func queues(_ snapshot: Snapshot, columns: Int) -> Sheet {
    let facts = snapshot.facts
    var sheet = Sheet(columns: columns)
    sheet.heading("Who works on what", note: "exposed: with violating subjects, in 8 h on duty")
    for (team, each) in facts.teams.enumerated() {
      let names = facts.queues.indices.filter { facts.queues[$0].team == team }.map {
        "\(Sanitizer.clean(facts.queues[$0].name)) \(Format.short(snapshot.queues[$0].waiting))"
      }
      let reach = each.isShared ? "one team for all signatories" : "a team at each signatory"
      sheet.add([(Sanitizer.clean(each.name), .value), ("  \(reach); queues, waiting:", .muted)])
      sheet.prose(names.isEmpty ? "none" : names.joined(separator: ", "), column: 4)
      if let rest = rest(each) { sheet.prose(rest, .muted, column: 4) }
    }
    return sheet
  }

  /// Why moderators of a team rest; nil where they never do.
  private static func rest(_ team: TeamFacts) -> String? {
    func minutes(_ span: Microseconds) -> String {
      "\((Double(span) / Double(TimeUnit.minute)).written) min"
    }
    var reasons: [String] = []
    if let breaks = team.breaks {
      reasons.append(
        "for \(minutes(breaks.length)) after each \(minutes(breaks.every)) of review")
    }
    if let cap = team.exposureCap {
      reasons.append("until the end of the shift after \(minutes(cap)) with violating subjects")
    }
    return reasons.isEmpty ? nil : "They rest \(reasons.joined(separator: ", and "))."
  }

  /// What sources say about staff, and what share that is.
  private static func staff(_ facts: ScenarioFacts, columns: Int) -> Sheet {
    var sheet = Sheet(columns: columns)
    let stated = facts.signatories.compactMap { signatory in
      signatory.safetyStaffShare.map { (Sanitizer.clean(signatory.name), $0) }
    }
    if !stated.isEmpty { sheet.heading("Staff in safety work", note: "sourced, not simulated") }
    for (name, share) in stated {
      sheet.add([
        (name, .value), ("  about \(Format.fixed(share.value * 100, 0)) %", .published),
        (" of its employees   grade \(share.grade.rawValue)", .muted),
      ])
      if let source = facts.source(share.source) {
        sheet.prose(Sanitizer.clean("\(source.title), \(source.date)"), .muted, column: 6)
      }
    }
    return sheet
  }
}

extension WorkforceState {
  /// Minutes with violating subjects in eight hours on duty; nil when nobody was on duty.
  var exposurePerShift: Double? { dutyHours > 0 ? exposureMinutes / dutyHours * 8 : nil }
}
