import Moderation
import Queueing

/// Who is on duty when.
extension RegimeModel {
  mutating func changeShift(_ team: Int, at now: Microseconds, _ log: inout [Event]) {
    let next = floor.startNextShift(of: team, at: now)
    calendar.rescheduleNext(slots.shift(team), at: next, priority: Priority.timetable)
    staff(team, at: now, &log)
  }

  /// Puts the moderators of a team on duty as shift, user and shocks have it.
  mutating func staff(_ team: Int, at now: Microseconds, _ log: inout [Event]) {
    let moderators = floor.staffing[team].moderators(present: presentShare)
    for (station, count) in zip(facts.stations(of: team), moderators) {
      floor.stations[station].setServers(count)
      let fact = Fact.staffed(station: UInt16(station), moderators: UInt16(clamping: count))
      log.append(Event(time: now, fact: fact))
      while let start = floor.stations[station].startWaiting() {
        claim(start, station, at: now, &log)
      }
    }
  }
}
