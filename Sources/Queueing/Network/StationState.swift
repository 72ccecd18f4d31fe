/// A station of a network while it is simulated.
struct StationState: ~Copyable {
  let plan: QueueNetwork.StationPlan
  var station: FlexibleStation
  var services: RandomStream
  var patience: RandomStream
  var routing: RandomStream
  var keys: RandomStream
  /// The running sums of the routing probabilities.
  let cumulativeRouting: [Double]
  var queue = TimeWeightedAverage()
  var busy = TimeWeightedAverage()
  var classes: [VisitStatistics]
  var visits = 0
  /// The next shift, and the start of the period it lies in.
  var nextShift = 0
  var shiftOrigin = 0.0
  /// Those who gave up and whose virtual wait has not ended, in order of entry.
  var ghosts: [(visit: Int, entered: Microseconds)] = []

  init(_ plan: QueueNetwork.StationPlan, index: Int, classes: Int, options: NetworkOptions) {
    self.plan = plan
    let discipline: FlexibleStation.Discipline =
      switch plan.discipline {
      case .priority: .priority
      case .preemptiveResume: .preemptiveResume
      case .earliestDeadline, .byKey: .byRank
      }
    station = FlexibleStation(
      discipline: discipline, servers: plan.servers, maximumServers: plan.maximumServers,
      classes: classes, capacity: plan.capacity)
    func stream(_ purpose: String) -> RandomStream {
      RandomStream(
        seed: options.seed, name: "network.\(purpose).\(index)", replication: options.replication)
    }
    services = stream("service")
    patience = stream("patience")
    routing = stream("routing")
    keys = stream("key")
    var sum = 0.0
    cumulativeRouting = plan.routing.map {
      sum += $0
      return sum
    }
    let empty = VisitStatistics(
      thresholds: options.thresholds.count, hasHistogram: options.recordsHistograms)
    self.classes = [VisitStatistics](repeating: empty, count: classes)
  }

  /// The service that a customer of a class needs, in the unit of the network.
  mutating func drawService(_ priorityClass: Int) -> Double {
    plan.services[plan.services.count == 1 ? 0 : priorityClass].sample(&services)
  }

  /// How long a customer of a class is ready to wait; nil for ever.
  mutating func drawPatience(_ priorityClass: Int) -> Double? {
    if plan.patience.isEmpty { return nil }
    return plan.patience[plan.patience.count == 1 ? 0 : priorityClass].sample(&patience)
  }

  /// The next station, or nil when the customer leaves.
  mutating func drawNextStation() -> Int? {
    if cumulativeRouting.isEmpty { return nil }
    let u = routing.uniform()
    return cumulativeRouting.firstIndex { u < $0 }
  }

  /// The rank of an arriving customer, for the disciplines that have ranks.
  mutating func drawRank(_ priorityClass: Int, _ now: Microseconds, unit: Double) -> Int64 {
    switch plan.discipline {
    case .priority, .preemptiveResume: return 0
    case .earliestDeadline(let spans):
      let span = spans[spans.count == 1 ? 0 : priorityClass]
      return Self.rank(Double(now) + span * unit)
    case .byKey(let laws):
      let key = laws[laws.count == 1 ? 0 : priorityClass].sample(&keys)
      return Self.rank(key * 1e6)
    }
  }

  /// A rank as a whole number; what is beyond the limit goes last.
  private static func rank(_ value: Double) -> Int64 {
    value < 0x1p59 ? Int64(value) : Int64(1) << 59
  }
}
