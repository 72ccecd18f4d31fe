import Moderation
import Queueing

/// Who of a team is on duty when, over its stations.
struct Staffing {

  private let shifts: [Shift]
  private let shares: [Double]
  private var turn: Int
  /// Percent of the scenario's moderators, as the user wants it.
  var percent = 100

  init(_ team: TeamParameters, shares: [Double]) {
    shifts = team.shifts
    self.shares = shares
    turn = team.shifts.count - 1
  }

  /// The most that each station ever has on duty.
  var greatest: [Int] {
    shares.indices.map { station in
      shifts.indices.map { seats(of: $0, Intervention.greatestStaffing, present: 1)[station] }.max()
        ?? 0
    }
  }

  /// Goes on to the shift that starts now; returns when the next one starts.
  mutating func startNextShift(at now: Microseconds) -> Microseconds {
    turn = (turn + 1) % shifts.count
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
  func moderators(present: Double) -> [Int] { seats(of: turn, percent, present: present) }

  private func seats(of turn: Int, _ percent: Int, present: Double) -> [Int] {
    let shift = shifts[turn]
    let scaled = Double(shift.moderators.value) * Double(percent) / 100 * present
    let total = Int(scaled.rounded())
    let minimum = shift.minimum * shares.count <= total ? shift.minimum : 0
    return Apportionment.seats(total, shares: shares, minimum: minimum)
  }
}
