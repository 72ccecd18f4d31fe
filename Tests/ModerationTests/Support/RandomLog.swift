import Moderation
import Queueing

/// A random log that is legal: subjects on random walks through standings and queues.
struct RandomLog {
  /// A subject on its way.
  struct Walker {
    let subject: Subject
    let uploaded: Microseconds
    /// The views that it gets if it stays up.
    let views: Double
    var standing = Standing.arriving
    var flags: Transition.Flags = []
    var flagged: Microseconds?
    /// Views until it was hidden last, and since when it is visible.
    var seen = 0.0
    var visibleSince: Microseconds?
    var job: Placement?
    var isClaimed = false
    /// Whether anybody has asked about the action on it.
    var isAskedAbout = false
    /// What the newest action on it was for.
    var actionCause = Cause.owner
  }

  private(set) var events: [Event] = []
  let facts: ScenarioFacts
  var random: RandomStream
  var now: Microseconds = 0
  var walkers: [Walker] = []
  /// Whether the oldest jobs move first, so that queues empty from their fronts.
  private(set) var isOrderly = false
  /// Requests and orders that are not answered.
  private var requests: [InformationRequest] = []
  private var orders: [DecryptionOrder] = []

  static func make(seed: UInt64, events count: Int, facts: ScenarioFacts) -> [Event] {
    var log = RandomLog(seed: seed, facts: facts)
    log.isOrderly = seed % 2 == 0
    for station in 0..<facts.stationCount {
      log.add(.staffed(station: UInt16(station), moderators: 3))
    }
    while log.events.count < count {
      // Many events at one instant, few long pauses.
      if log.chance(0.7) { log.now += Microseconds(log.random.exponential() * 60_000_000) }
      if log.chance(0.002) { log.now += 9 * TimeUnit.hour }
      // Queues fill up and empty by turns.
      let isFilling = log.events.count / 1_000 % 2 == 0
      switch log.random.uniform() {
      case ..<(isFilling ? 0.4 : 0.05): log.arrive()
      case ..<0.97: log.moveOne()
      default: log.beOfficial()
      }
    }
    return log.events
  }

  private init(seed: UInt64, facts: ScenarioFacts) {
    self.facts = facts
    random = RandomStream(seed: seed, name: "log")
  }

  // MARK: Draws

  mutating func chance(_ probability: Double) -> Bool { random.uniform() < probability }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int(random.below(UInt32(elements.count)))]
  }

  mutating func add(_ fact: Fact) { events.append(Event(time: now, fact: fact)) }
}

// MARK: Authorities and the regime

extension RandomLog {
  mutating func beOfficial() {
    switch random.below(9) {
    case 0:
      let request = InformationRequest(
        number: UInt32(events.count), signatory: Int(random.below(2)),
        hoursBack: random.below(9_000), followsReport: chance(0.5))
      requests.append(request)
      add(.requested(request))
    case 1:
      guard let request = requests.popLast() else { return }
      add(.answered(request, pick([.expired, .refused, .disclosed(records: random.below(50))])))
    case 2:
      let order = DecryptionOrder(
        number: UInt32(events.count), signatory: Int(random.below(2)))
      orders.append(order)
      add(.decryptionOrdered(order))
    case 3:
      guard let order = orders.popLast() else { return }
      add(.decryptionAnswered(order, pick(DecryptionOrder.Answer.allCases)))
    case 4:
      add(
        .intervened(
          .target(queue: UInt8(random.below(4)), seconds: 60 * (1 + random.below(300)))))
    case 6: if chance(0.2) { add(.intervened(.shock(1))) }
    case 5: add(.resting(station: UInt16(random.below(3)), moderators: UInt16(random.below(3))))
    default:
      add(.staffed(station: UInt16(random.below(3)), moderators: UInt16(random.below(9))))
    }
  }
}
