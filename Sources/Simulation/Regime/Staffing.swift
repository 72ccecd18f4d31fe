import Queueing

/// A shift as it falls on the teams.
struct Staffing {
  /// Microseconds since midnight at which the next shift takes over.
  let end: Microseconds
  /// Moderators on duty by team.
  let moderators: [Int]

  /// The shifts of a scenario's day, in order.
  static func of(_ scenario: Scenario) -> [Staffing] {
    scenario.review.shifts.map { shift in
      let total = shift.moderators.value
      let moderators =
        scenario.facts.hasSharedTeam
        ? [max(total, shift.minimum)]
        : Apportionment.seats(total, shares: scenario.shares, minimum: shift.minimum)
      return Staffing(end: shift.end, moderators: moderators)
    }
  }
}
