import Queueing

/// The moderators, by station.
struct Workforce: Sendable {
  var stations: [StationAccount]
  /// The station that serves a signatory's part of a queue, by signatory, then queue.
  private let serving: [Int32]
  private let queues: Int
  /// Whether what breaks a policy exposes who reviews it, by policy.
  private let exposes: [Bool]

  init(_ facts: ScenarioFacts) {
    stations = Array(repeating: StationAccount(), count: facts.stationCount)
    queues = facts.queues.count
    exposes = facts.policies.map(\.exposesModerators)
    serving = facts.signatories.indices.flatMap { signatory in
      facts.queues.map { Int32(facts.station(team: $0.team, signatory: signatory)) }
    }
  }

  mutating func setOnDuty(_ count: UInt16, station: UInt16, at now: Microseconds) {
    stations[Int(station)].setOnDuty(Int(count), at: now)
  }

  mutating func setResting(_ count: UInt16, station: UInt16, at now: Microseconds) {
    stations[Int(station)].setResting(Int(count), at: now)
  }

  mutating func claim(_ subject: Subject, _ placement: Placement, at now: Microseconds) {
    stations[station(subject, placement)].claim(isExposing: isExposing(subject), at: now)
  }

  mutating func finish(
    _ subject: Subject, _ placement: Placement, isDecided: Bool, at now: Microseconds
  ) {
    stations[station(subject, placement)].finish(
      isExposing: isExposing(subject), isDecided: isDecided, at: now)
  }

  mutating func startHour(_ hour: Int64) {
    for index in stations.indices { stations[index].startHour(hour) }
  }

  /// The state of some stations together.
  func state(of some: some Sequence<Int>, at now: Microseconds) -> WorkforceState {
    var sum = WorkforceState()
    for station in some { sum += stations[station].state(at: now) }
    return sum
  }

  private func isExposing(_ subject: Subject) -> Bool {
    subject.truth == .violating && exposes[Int(subject.policy)]
  }

  private func station(_ subject: Subject, _ placement: Placement) -> Int {
    Int(serving[Int(subject.signatory) * queues + Int(placement.queue)])
  }
}
