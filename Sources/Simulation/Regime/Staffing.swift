import Moderation
import Queueing

/// The change of shifts as it falls on the teams of one sort.
struct Staffing {
  /// Moderators on duty from an instant of the day on.
  struct Turn {
    /// Microseconds since midnight.
    let start: Microseconds
    /// By team.
    let moderators: [Int]
  }

  /// In the order of the day.
  let turns: [Turn]

  init(_ shifts: [Shift], _ scenario: Scenario) {
    turns = shifts.map { shift in
      let total = shift.moderators.value
      let moderators =
        scenario.facts.hasSharedTeam
        ? [total]
        : Apportionment.seats(total, shares: scenario.shares, minimum: shift.minimum)
      return Turn(start: shift.start, moderators: moderators)
    }
  }

  /// The most that each team ever has on duty.
  var greatest: [Int] {
    guard let first = turns.first else { return [] }
    return first.moderators.indices.map { team in turns.map { $0.moderators[team] }.max() ?? 0 }
  }
}
