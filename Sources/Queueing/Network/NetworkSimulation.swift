/// A run of a network: one replication, from empty.
///
/// Deterministic: the same network and options give the same run. The statistics may
/// start anew at any time, after a warm-up or for the next batch, while the state goes on.
///
/// Complexity: O(log n) an event for n pending ones. Memory by the greatest number of
/// customers present, not by how many there were.
package struct NetworkSimulation: ~Copyable {
  package let network: QueueNetwork
  package let options: NetworkOptions
  /// Microseconds in the network's unit of time.
  package let unit: Double

  let slots: SlotMap
  let thresholds: [Microseconds]
  var calendar: IndexedCalendar
  var jobs = JobPool<Customer>()
  var stations: FixedArray<StationState>
  var sources: FixedArray<SourceState>

  var clock: Microseconds = 0
  var statisticsStart: Microseconds = 0
  var population = TimeWeightedAverage()
  var arrivals = 0
  var departures = 0
  var sojourn = RunningMoments()
  /// External arrivals since the beginning.
  var numbered = 0

  /// The states at the instants that were asked for, so far.
  package internal(set) var observations: [NetworkObservation] = []
  /// The waits of the first customers; not a number where one was not let in.
  package internal(set) var recordedWaits: [Double]
  /// How many of the recorded waits are known.
  package internal(set) var recordedCount = 0

  /// Creates a run at instant 0, without customers except those of populations, outside.
  ///
  /// - Throws: ``NetworkError`` when an option is not valid or a first event lies beyond
  ///   the end of the clock.
  package init(_ network: QueueNetwork, options: NetworkOptions = .init()) throws(NetworkError) {
    self.init(unchecked: network, options)
    try Self.validate(options)
    for source in 0..<sources.count { try open(source) }
    for station in 0..<stations.count { try scheduleShift(station) }
    try scheduleObservation()
  }

  /// Creates the state without events, from options that may turn out not to be valid.
  ///
  /// Apart and first, because a value that cannot be copied must not be half made when an
  /// error is thrown.
  private init(unchecked network: QueueNetwork, _ options: NetworkOptions) {
    self.network = network
    self.options = options
    let unit = Self.unit(of: network)
    self.unit = unit
    thresholds = options.thresholds.map { $0 >= 0 ? Microseconds(min($0 * unit, 0x1p59)) : 0 }
    slots = SlotMap(network)
    recordedWaits = [Double](repeating: .nan, count: max(options.recordedCustomers, 0))
    calendar = IndexedCalendar()
    stations = FixedArray(count: network.stations.count) { index in
      StationState(
        network.stations[index], index: index, classes: network.classes, options: options)
    }
    sources = FixedArray(count: network.sources.count) { index in
      SourceState(network.sources[index], index: index, options: options)
    }
  }

  /// The simulated time, in the unit of the network.
  package var now: Double { Double(clock) / unit }

  /// Whether no event is pending, so that nothing will ever happen.
  package var isOver: Bool { calendar.isEmpty }

  /// Handles all events up to an instant, which is reached in any case.
  ///
  /// - Throws: ``NetworkError`` when the instant or an event lies beyond the end of the
  ///   clock, or when too many customers are present.
  package mutating func run(until time: Double) throws(NetworkError) {
    let end = try instant(time)
    while calendar.nextTime <= end { try step() }
    clock = max(clock, end)
  }

  /// Handles events until the waits of the first customers are known.
  package mutating func runUntilRecorded() throws(NetworkError) {
    while recordedCount < recordedWaits.count && !calendar.isEmpty { try step() }
  }

  /// Handles events until this many customers have left since the statistics began.
  package mutating func run(untilDepartures count: Int) throws(NetworkError) {
    while departures < count && !calendar.isEmpty { try step() }
  }

  /// Microseconds in a unit: a million in the shortest mean duration.
  ///
  /// Rounding to whole ones then shifts no mean by more than a millionth.
  private static func unit(of network: QueueNetwork) -> Double {
    var means: [Double] = []
    for plan in network.stations {
      means += plan.services.map(\.mean) + plan.patience.map(\.mean)
    }
    for plan in network.sources {
      switch plan.kind {
      case .poisson(let rate): means.append(1 / rate.mean)
      case .renewal(let law): means.append(law.mean)
      case .population(_, let law): means.append(law.mean)
      }
    }
    let shortest = means.filter { $0 > 0 }.min() ?? 1
    return 1e6 / shortest
  }

  private static func validate(_ options: NetworkOptions) throws(NetworkError) {
    for (index, value) in options.thresholds.enumerated() where !(value >= 0) {
      throw .invalid(
        parameter: "thresholds[\(index)]", value: value, requirement: "not negative")
    }
    var last = 0.0
    for (index, value) in options.observationTimes.enumerated() {
      guard value >= last, value < .infinity else {
        throw .invalid(
          parameter: "observationTimes[\(index)]", value: value,
          requirement: "ascending, finite and not negative")
      }
      last = value
    }
    guard options.recordedCustomers >= 0 else {
      throw .invalid(
        parameter: "recordedCustomers", value: Double(options.recordedCustomers),
        requirement: "not negative")
    }
    guard (1..<(1 << 23)).contains(options.greatestPopulation) else {
      throw .invalid(
        parameter: "greatestPopulation", value: Double(options.greatestPopulation),
        requirement: "in 1 ..< 8388608")
    }
  }

  /// An instant given in the unit of the network.
  func instant(_ time: Double) throws(NetworkError) -> Microseconds {
    do { return try SimulationClock.adding(time * unit, to: 0) } catch {
      throw .clockOverflow(error)
    }
  }

  /// The instant after a delay given in the unit of the network.
  func after(_ delay: Double) throws(NetworkError) -> Microseconds {
    do { return try SimulationClock.adding(delay * unit, to: clock) } catch {
      throw .clockOverflow(error)
    }
  }
}
