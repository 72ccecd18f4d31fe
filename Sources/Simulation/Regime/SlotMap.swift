import Queueing

/// Which calendar slot stands for what.
struct SlotMap {
  enum Meaning {
    case arrival(signatory: Int)
    case tally(signatory: Int)
    /// All teams of a staffing change shifts at once.
    case shift(staffing: Int)
    case review(team: Int, server: Int)
    /// The next step of the subject in a row of the table.
    case step(row: UInt32)
  }

  private let signatories: Int
  /// The first review slot of each team.
  private let reviewStarts: [Int]
  /// The team of each review slot.
  private let reviewTeams: [Int32]
  private let firstShift: Int
  private let firstReview: Int
  private let firstStep: Int

  /// Lays the slots out; `moderators` are the most that each team ever has on duty.
  init(signatories: Int, staffings: Int, moderators: [Int]) {
    self.signatories = signatories
    firstShift = 2 * signatories
    firstReview = firstShift + staffings
    var starts: [Int] = []
    var teams: [Int32] = []
    for (team, count) in moderators.enumerated() {
      starts.append(firstReview + teams.count)
      teams += Array(repeating: Int32(team), count: count)
    }
    reviewStarts = starts
    reviewTeams = teams
    firstStep = firstReview + teams.count
  }

  func arrival(_ signatory: Int) -> EventCalendar.Slot { EventCalendar.Slot(signatory) }

  func tally(_ signatory: Int) -> EventCalendar.Slot {
    EventCalendar.Slot(signatories + signatory)
  }

  func shift(_ staffing: Int) -> EventCalendar.Slot { EventCalendar.Slot(firstShift + staffing) }

  func review(team: Int, server: Int) -> EventCalendar.Slot {
    EventCalendar.Slot(reviewStarts[team] + server)
  }

  func step(_ row: UInt32) -> EventCalendar.Slot { EventCalendar.Slot(firstStep) + row }

  func meaning(of slot: EventCalendar.Slot) -> Meaning {
    let slot = Int(slot)
    if slot < signatories { return .arrival(signatory: slot) }
    if slot >= firstStep { return .step(row: UInt32(slot - firstStep)) }
    if slot >= firstReview {
      let team = Int(reviewTeams[slot - firstReview])
      return .review(team: team, server: slot - reviewStarts[team])
    }
    return slot >= firstShift
      ? .shift(staffing: slot - firstShift) : .tally(signatory: slot - signatories)
  }
}
