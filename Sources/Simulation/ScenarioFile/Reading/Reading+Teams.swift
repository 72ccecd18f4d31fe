import Moderation
import Queueing

/// The moderators, as facts and as parameters, in the order of the file.
struct TeamsSection {
  private(set) var facts: [TeamFacts] = []
  private(set) var parameters: [TeamParameters] = []
  /// Where each stands, for errors about it.
  private(set) var nodes: [FileNode] = []

  /// - Parameter queues: the keys of the scenario's queues.
  init(_ node: FileNode, queues: [String], staff: StaffRules) throws(ScenarioError) {
    for (key, value) in try node.entries() {
      let map = try value.map()
      let isShared = try map.text("scope") == "shared"
      let own = try TeamParameters(
        map, queues: queues, stations: isShared ? 1 : staff.signatories, staff: staff)
      func span(_ minutes: Graded<Double>) -> Microseconds {
        Microseconds((minutes.value * Double(TimeUnit.minute)).rounded())
      }
      facts.append(
        TeamFacts(
          key: key, name: try map.text("title"), isShared: isShared,
          breaks: own.breaks.map { .init(every: span($0.everyMinutes), length: span($0.minutes)) },
          exposureCap: own.exposureCapMinutes.map(span)))
      parameters.append(own)
      nodes.append(value)
    }
  }
}

/// What the rest of the scenario means for its staff.
struct StaffRules {
  let signatories: Int
  /// The minutes east of UTC of the scenario's zone.
  let zone: Int
  /// Whether too few moderators for the roster are raised to the minimum of each signatory:
  /// the staff was written for another roster.
  let mayRaise: Bool
}

extension TeamParameters {
  fileprivate init(
    _ map: FileMap, queues: [String], stations: Int, staff: StaffRules
  ) throws(ScenarioError) {
    var breaks: BreakParameters?
    if let breakMap = try map.optional("breaks")?.map() {
      breaks = BreakParameters(
        everyMinutes: try breakMap.number("every_minutes"),
        minutes: try breakMap.number("minutes"))
    }
    var locks: LockParameters?
    if let lockMap = try map.optional("locks")?.map() {
      locks = LockParameters(
        lapseShare: try lockMap.number("lapse_share"), minutes: try lockMap.number("minutes"))
    }
    let ownZone = try map.optional("utc_offset")?.offsetMinutes() ?? staff.zone
    let shifts = try Shift.day(
      map.required("shifts"), stations: stations, mayRaise: staff.mayRaise)
    self.init(
      queues: try map.indices("queues", in: queues) ?? [],
      accuracy: try map.number("accuracy"),
      handlingFactor: try map.number("handling_factor", or: 1),
      shifts: Shift.moved(shifts, by: Microseconds(staff.zone - ownZone) * TimeUnit.minute),
      breaks: breaks,
      exposureCapMinutes: try map.optional("exposure_cap_minutes")?.gradedNumber(),
      locks: locks)
  }
}

extension Shift {
  /// The shifts of a day, without gap or overlap.
  fileprivate static func day(
    _ node: FileNode, stations: Int, mayRaise: Bool
  ) throws(ScenarioError) -> [Shift] {
    var shifts: [Shift] = []
    for element in try node.list() {
      let map = try element.map()
      let from = try map.required("from")
      let start = try from.timeOfDay()
      let to = try map.required("to")
      let end = try to.timeOfDay()
      guard start == (shifts.last?.end ?? 0) else {
        throw from.error(expecting: "the end of the shift before, or 00:00")
      }
      guard end > start else { throw to.error(expecting: "a time after the start") }
      let minimum = try map.required("minimum")
      let least = try minimum.whole()
      let moderators = try moderators(map, least: least * stations, mayRaise: mayRaise)
      guard least * stations <= moderators.value else {
        throw minimum.error(
          "\(least) for each of \(stations) teams, expected at most \(moderators.value) in all")
      }
      shifts.append(Shift(start: start, end: end, moderators: moderators, minimum: least))
    }
    guard shifts.last?.end == TimeUnit.day else {
      throw node.error("the shifts end before 24:00")
    }
    return shifts
  }

  private static func moderators(
    _ map: FileMap, least: Int, mayRaise: Bool
  ) throws(ScenarioError) -> Graded<Int> {
    let moderators = try map.required("moderators").whole()
    guard mayRaise, least > moderators else { return try map.at.ledger.grade(moderators, in: map) }
    return try map.at.ledger.grade(
      least, in: map, remark: "raised to \(least), the minimum of each on the roster")
  }

  /// The same shifts by a clock that shows another time, cut at its midnight.
  fileprivate static func moved(_ shifts: [Shift], by difference: Microseconds) -> [Shift] {
    guard difference != 0 else { return shifts }
    var moved: [Shift] = []
    for shift in shifts {
      let start = shift.start + difference
      let shiftedDay = start.flooredQuotient(by: TimeUnit.day) * TimeUnit.day
      let (from, to) = (start - shiftedDay, shift.end + difference - shiftedDay)
      moved.append(shift.between(from, min(to, TimeUnit.day)))
      if to > TimeUnit.day { moved.append(shift.between(0, to - TimeUnit.day)) }
    }
    return moved.sorted { $0.start < $1.start }
  }

  private func between(_ start: Microseconds, _ end: Microseconds) -> Shift {
    Shift(start: start, end: end, moderators: moderators, minimum: minimum)
  }
}
