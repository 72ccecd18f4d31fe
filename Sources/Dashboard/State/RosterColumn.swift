import Moderation

/// A column of the roster, by which it can be sorted.
package enum RosterColumn: CaseIterable, Sendable {
  case name, removed, pending, wrongly, moderators, staff, reviewed, wronglyCount, missed, screened

  /// The heading over it.
  var title: String {
    switch self {
    case .name: "Signatory"
    case .removed: "removed"
    case .pending: "pending"
    case .wrongly: "wrongly"
    case .moderators: "on duty"
    case .staff: "staff S"
    case .reviewed: "reviewed"
    case .wronglyCount: "lawful acted on"
    case .missed: "missed"
    case .screened: "screened"
    }
  }

  /// Its cells, the blanks before it included.
  var width: Int {
    switch self {
    case .name: 24
    case .removed: 15
    case .pending, .wrongly, .moderators: 9
    case .staff: 8
    case .reviewed, .missed: 11
    case .wronglyCount: 17
    case .screened: 14
    }
  }

  /// Whether a first sort by it puts the greatest on top.
  var isDescendingAtFirst: Bool { self != .name }

  func text(_ signatory: Signatory, _ state: Snapshot.SignatoryState) -> String {
    switch self {
    case .name: signatory.name
    case .removed: Format.count(state.tally.removed, cells: 9)
    case .pending: Format.count(state.tally.pending, cells: 8)
    case .wrongly: Format.percent(state.tally[.wrongfulActions], of: state.tally[.actions])
    case .moderators: Format.count(state.moderators)
    case .staff: signatory.safetyStaffShare.map { "~\(Format.fixed($0.value * 100, 0)) %" } ?? "–"
    case .reviewed: Format.count(state.tally[.reviewed], cells: 10)
    case .wronglyCount: Format.count(state.tally[.wrongfulActions], cells: 10)
    case .missed: Format.count(state.tally.missed, cells: 10)
    case .screened: Format.short(state.tally[.screened])
    }
  }

  func style(_ signatory: Signatory) -> Style {
    self == .staff && signatory.safetyStaffShare != nil ? .published : .normal
  }

  /// The number by which rows are ordered; the roster's order for names.
  func key(_ index: Int, _ signatory: Signatory, _ state: Snapshot.SignatoryState) -> Double {
    switch self {
    case .name: Double(index)
    case .removed: Double(state.tally.removed)
    case .pending: Double(state.tally.pending)
    case .wrongly:
      state.tally[.actions] == 0
        ? -1 : Double(state.tally[.wrongfulActions]) / Double(state.tally[.actions])
    case .moderators: Double(state.moderators)
    case .staff: signatory.safetyStaffShare?.value ?? -1
    case .reviewed: Double(state.tally[.reviewed])
    case .wronglyCount: Double(state.tally[.wrongfulActions])
    case .missed: Double(state.tally.missed)
    case .screened: Double(state.tally[.screened])
    }
  }
}

extension [RosterColumn] {
  /// The columns that fit into so many cells, in their order on the screen.
  static func fitting(_ cells: Int, _ facts: ScenarioFacts) -> [RosterColumn] {
    // Two cells for the cursor, two for the arrow at rows out of sight.
    var left = cells - 4
    let hasStaff = facts.signatories.contains { $0.safetyStaffShare != nil }
    return RosterColumn.allCases.filter { hasStaff || $0 != .staff }.prefix { column in
      left -= column.width
      return left >= 0 || column == .name
    }
  }
}
