import Queueing

/// What happens next to a case, one bit of the calendar each.
enum Step: Int, CaseIterable {
  /// Somebody reports it.
  case report
  /// An authority orders its removal.
  case order
  /// Its owner takes it down if it still waits.
  case withdraw
  /// Its owner appeals.
  case appeal
  /// Its removal is undone without an appeal.
  case restore
  /// Its hash enters the bank.
  case hash

  /// A power of two not below the number of steps, so that slots divide by shifting.
  static let stride = 8
}

/// Which calendar slot stands for what.
struct SlotMap {
  enum Meaning {
    case tally(signatory: Int)
    /// Jobs that are taken by their views are ranked anew.
    case ranking
    /// All stations of a team change shifts at once.
    case shift(team: Int)
    /// A policy comes into force.
    case policy(Int)
    case shockBegins(Int)
    case shockEnds(Int)
    /// An upload that a shock brings.
    case shockUpload(Int)
    /// A request for information that follows no report.
    case request
    case decryptionOrder
    /// The next thing that happens to a letter from or to an authority.
    case letter(row: Int)
    case review(station: Int, server: Int)
    case step(Step, row: CaseTable.Row)
  }

  /// The most letters that may be under way at once.
  static let letterLimit = 1 << 16

  private let firstShift: Int
  private let firstPolicy: Int
  private let firstShock: Int
  private let firstLetter: Int
  private let firstReview: Int
  private let firstStep: Int
  /// The first review slot of each station.
  private let reviewStarts: [Int]
  /// The station of each review slot.
  private let reviewStations: [Int32]
  private let shocks: Int

  /// Lays the slots out; `moderators` are the most that each station ever has on duty.
  init(signatories: Int, teams: Int, policies: Int, shocks: Int, moderators: [Int]) {
    self.shocks = shocks
    firstShift = signatories
    firstPolicy = firstShift + teams
    firstShock = firstPolicy + policies
    firstLetter = firstShock + 3 * shocks + 3
    firstReview = firstLetter + Self.letterLimit
    var starts: [Int] = []
    var stations: [Int32] = []
    for (station, count) in moderators.enumerated() {
      starts.append(firstReview + stations.count)
      stations += Array(repeating: Int32(station), count: count)
    }
    reviewStarts = starts
    reviewStations = stations
    firstStep = firstReview + stations.count
  }

  /// The number of cases for whose steps there are slots.
  var caseLimit: Int { (Int(EventCalendar.slotLimit) - firstStep) / Step.stride }

  /// The number of review slots; see `index(ofReview:)`.
  var reviewCount: Int { reviewStations.count }

  func tally(_ signatory: Int) -> EventCalendar.Slot { EventCalendar.Slot(signatory) }

  func shift(_ team: Int) -> EventCalendar.Slot { EventCalendar.Slot(firstShift + team) }

  func policy(_ policy: Int) -> EventCalendar.Slot { EventCalendar.Slot(firstPolicy + policy) }

  func shockBegins(_ shock: Int) -> EventCalendar.Slot { EventCalendar.Slot(firstShock + shock) }

  func shockEnds(_ shock: Int) -> EventCalendar.Slot {
    EventCalendar.Slot(firstShock + shocks + shock)
  }

  func shockUpload(_ shock: Int) -> EventCalendar.Slot {
    EventCalendar.Slot(firstShock + 2 * shocks + shock)
  }

  var ranking: EventCalendar.Slot { EventCalendar.Slot(firstLetter - 3) }

  var request: EventCalendar.Slot { EventCalendar.Slot(firstLetter - 2) }

  var decryptionOrder: EventCalendar.Slot { EventCalendar.Slot(firstLetter - 1) }

  func letter(_ row: Int) -> EventCalendar.Slot { EventCalendar.Slot(firstLetter + row) }

  func review(station: Int, server: Int) -> EventCalendar.Slot {
    EventCalendar.Slot(reviewStarts[station] + server)
  }

  /// The place of a server in arrays over all servers.
  func index(station: Int, server: Int) -> Int { reviewStarts[station] + server - firstReview }

  func step(_ step: Step, _ row: CaseTable.Row) -> EventCalendar.Slot {
    EventCalendar.Slot(firstStep) + row * EventCalendar.Slot(Step.stride)
      + EventCalendar.Slot(step.rawValue)
  }

  @inline(__always)
  func meaning(of slot: EventCalendar.Slot) -> Meaning {
    let slot = Int(slot)
    if slot >= firstStep {
      let place = slot - firstStep
      let step = Step(rawValue: place & (Step.stride - 1)) ?? .report
      return .step(step, row: CaseTable.Row(place / Step.stride))
    }
    if slot >= firstReview {
      let station = Int(reviewStations[slot - firstReview])
      return .review(station: station, server: slot - reviewStarts[station])
    }
    return rareMeaning(of: slot)
  }

  private func rareMeaning(of slot: Int) -> Meaning {
    if slot >= firstLetter { return .letter(row: slot - firstLetter) }
    if slot == firstLetter - 1 { return .decryptionOrder }
    if slot == firstLetter - 2 { return .request }
    if slot == firstLetter - 3 { return .ranking }
    if slot >= firstShock {
      let place = slot - firstShock
      let shock = place % shocks
      return switch place / shocks {
      case 0: .shockBegins(shock)
      case 1: .shockEnds(shock)
      default: .shockUpload(shock)
      }
    }
    if slot >= firstPolicy { return .policy(slot - firstPolicy) }
    return slot >= firstShift ? .shift(team: slot - firstShift) : .tally(signatory: slot)
  }
}
