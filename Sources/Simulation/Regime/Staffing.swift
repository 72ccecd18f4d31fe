import Moderation
import Queueing

/// Who of a team is on duty when, over its stations.
///
/// At full strength whole moderators are shared out, each station having its minimum. Of a
/// part of them a station has its part: one that has one moderator has him on some of his
/// shifts, and not on the others.
struct Staffing {
  private let shifts: [Shift]
  /// At full strength, by shift of the day, then station.
  private let seats: [[Int]]
  private var turn: Int
  /// The shifts that have begun so far.
  private var begun = 0
  /// Percent of the scenario's moderators, as the user wants it.
  var percent = 100

  init(_ team: TeamParameters, shares: [Double]) {
    shifts = team.shifts
    seats = team.shifts.map { shift in
      let total = shift.moderators.value
      let minimum = shift.minimum * shares.count <= total ? shift.minimum : 0
      return Apportionment.seats(total, shares: shares, minimum: minimum)
    }
    turn = team.shifts.count - 1
  }

  /// The most that each station ever has on duty.
  var greatest: [Int] {
    (seats.first ?? []).indices.map { station in
      (seats.map { $0[station] }.max() ?? 0) * Intervention.greatestStaffing / 100
    }
  }

  /// Goes on to the shift that starts now; returns when the next one starts.
  mutating func startNextShift(at now: Microseconds) -> Microseconds {
    turn = (turn + 1) % shifts.count
    begun += 1
    let midnight = now - now % TimeUnit.day
    return midnight + shifts[turn].end
  }

  /// When the present shift ends, seen from an instant in it.
  func shiftEnd(at now: Microseconds) -> Microseconds {
    now - now % TimeUnit.day + shifts[turn].end
  }

  /// The moderators on duty now, by station.
  ///
  /// - Parameter present: the share of them that has come.
  func moderators(present: Double) -> [Int] {
    let strength = Double(percent) / 100 * present
    let day = Double(begun / shifts.count)
    return seats[turn].enumerated().map { station, full in
      // Over many days the steps of this line are the strength; which day a station's fall
      // on is spread by the golden ratio.
      let expected = Double(full) * strength
      let phase = (0.618_033_988_75 * Double(station + 1)).truncatingRemainder(dividingBy: 1)
      return Int(expected * (day + 1) + phase) - Int(expected * day + phase)
    }
  }
}
