import Queueing

/// Which calendar slot stands for what.
struct SlotMap {
  enum Meaning {
    case arrival(signatory: Int)
    case tally(signatory: Int)
    /// All teams change shifts at once.
    case shift
    case review(team: Int, server: Int)
    case report(row: UInt32)
  }

  let shift: EventCalendar.Slot
  private let signatories: Int
  /// The first review slot of each team.
  private let reviewStarts: [Int]
  /// The team of each review slot.
  private let reviewTeams: [Int32]
  private let firstReview: Int
  private let firstReport: Int

  /// - Parameter moderators: the most that each team ever has on duty.
  init(signatories: Int, moderators: [Int]) {
    self.signatories = signatories
    shift = EventCalendar.Slot(2 * signatories)
    firstReview = 2 * signatories + 1
    var starts: [Int] = []
    var teams: [Int32] = []
    for (team, count) in moderators.enumerated() {
      starts.append(firstReview + teams.count)
      teams += Array(repeating: Int32(team), count: count)
    }
    reviewStarts = starts
    reviewTeams = teams
    firstReport = firstReview + teams.count
  }

  func arrival(_ signatory: Int) -> EventCalendar.Slot { EventCalendar.Slot(signatory) }

  func tally(_ signatory: Int) -> EventCalendar.Slot {
    EventCalendar.Slot(signatories + signatory)
  }

  func review(team: Int, server: Int) -> EventCalendar.Slot {
    EventCalendar.Slot(reviewStarts[team] + server)
  }

  func report(_ row: UInt32) -> EventCalendar.Slot {
    EventCalendar.Slot(firstReport) + row
  }

  func meaning(of slot: EventCalendar.Slot) -> Meaning {
    let slot = Int(slot)
    if slot < signatories { return .arrival(signatory: slot) }
    if slot >= firstReport { return .report(row: UInt32(slot - firstReport)) }
    if slot >= firstReview {
      let team = Int(reviewTeams[slot - firstReview])
      return .review(team: team, server: slot - reviewStarts[team])
    }
    return slot == Int(shift) ? .shift : .tally(signatory: slot - signatories)
  }
}
