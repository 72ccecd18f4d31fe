import BasicContainers
import Moderation
import Queueing

/// The stations at which teams work on their queues, and how each moderator is doing.
struct ReviewFloor: ~Copyable {
  /// A moderator's place at a station.
  struct Server {
    /// Whether he is on a break, or done for the shift, and takes no job.
    var isResting = false
    /// Whether he will let the lock on his job lapse.
    var willLapse = false
    /// When he claimed his job.
    var claimedAt: Microseconds = 0
    /// Review since his last break.
    var worked: Microseconds = 0
    /// Time with violating material in this shift.
    var exposure: Microseconds = 0
    /// The shift that `exposure` is about.
    var shift: Int32 = 0
  }

  /// The numbers of a team that are needed at each event.
  struct Team {
    let accuracy: Double
    let handlingFactor: Double
    let breakEvery: Microseconds
    let breakLength: Microseconds
    let exposureCap: Microseconds
    let lapseShare: Double
    let lockLength: Microseconds

    init(_ team: TeamParameters) {
      func minutes(_ value: Double?) -> Microseconds {
        value.map { Microseconds($0 * Double(TimeUnit.minute)) } ?? .max
      }
      accuracy = team.accuracy.value
      handlingFactor = team.handlingFactor.value
      breakEvery = minutes(team.breaks?.everyMinutes.value)
      breakLength = minutes(team.breaks?.minutes.value)
      exposureCap = minutes(team.exposureCapMinutes?.value)
      lapseShare = team.locks?.lapseShare.value ?? 0
      lockLength = minutes(team.locks?.minutes.value)
    }
  }

  let teams: [Team]
  /// The team of each station.
  let teamOfStation: [Int]
  private(set) var staffing: [Staffing]
  /// How often each team has changed shifts.
  private(set) var shifts: [Int32]
  var stations = UniqueArray<FlexibleStation>()
  /// Moderators on a break by station.
  private(set) var resting: [Int]
  var servers: FixedArray<Server>

  init(_ scenario: Scenario, servers: Int, greatest: [Int]) {
    let facts = scenario.facts
    teams = scenario.teams.map(Team.init)
    teamOfStation = (0..<facts.stationCount).map { facts.team(at: $0) }
    staffing = Self.staffing(scenario)
    shifts = Array(repeating: 0, count: teams.count)
    resting = Array(repeating: 0, count: greatest.count)
    self.servers = FixedArray(count: servers) { _ in Server() }
    for most in greatest {
      stations.append(
        FlexibleStation(
          discipline: .byRank, servers: 0, maximumServers: most, classes: 1))
    }
  }

  /// The shifts of each team over its stations.
  static func staffing(_ scenario: Scenario) -> [Staffing] {
    scenario.teams.enumerated().map { index, team in
      Staffing(team, shares: scenario.facts.teams[index].isShared ? [1] : scenario.shares)
    }
  }

  mutating func startNextShift(of team: Int, at now: Microseconds) -> Microseconds {
    shifts[team] &+= 1
    return staffing[team].startNextShift(at: now)
  }

  mutating func setPercent(_ percent: Int, of team: Int) {
    staffing[team].percent = min(percent, Intervention.greatestStaffing)
  }

  /// Notes what a review took of a moderator; returns until when he must rest, if he must.
  mutating func noteReview(
    by server: Int, station: Int, isExposing: Bool, at now: Microseconds
  ) -> Microseconds? {
    let team = teamOfStation[station]
    let spent = now - servers[server].claimedAt
    servers[server].worked += spent
    if servers[server].shift != shifts[team] {
      servers[server].shift = shifts[team]
      servers[server].exposure = 0
    }
    if isExposing { servers[server].exposure += spent }
    if servers[server].exposure >= teams[team].exposureCap {
      servers[server].exposure = 0
      return startRest(server, station, until: staffing[team].shiftEnd(at: now))
    }
    if servers[server].worked >= teams[team].breakEvery {
      return startRest(server, station, until: now + teams[team].breakLength)
    }
    return nil
  }

  mutating func endRest(_ server: Int, _ station: Int) {
    servers[server].isResting = false
    resting[station] -= 1
  }

  private mutating func startRest(
    _ server: Int, _ station: Int, until end: Microseconds
  ) -> Microseconds {
    servers[server].isResting = true
    servers[server].worked = 0
    resting[station] += 1
    return end
  }
}
