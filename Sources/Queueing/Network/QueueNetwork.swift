/// A network of stations with its sources of customers: what is simulated.
///
/// A value without behaviour; `NetworkSimulation` runs it. Durations are in one unit of
/// the caller's choice. A customer keeps its class on its way through the network.
package struct QueueNetwork: Equatable, Sendable {
  package let stations: [StationPlan]
  package let sources: [SourcePlan]
  /// Number of priority classes; class 0 is the most urgent.
  package let classes: Int

  /// Creates a network that can be simulated.
  ///
  /// - Parameters:
  ///   - stations: At least one.
  ///   - sources: At least one.
  ///   - classes: Number of priority classes, 1 ... 16.
  ///   - allowsOverload: Accepts a load of 1 or more, for the study of transients.
  /// - Throws: ``NetworkError`` with the name and value of what is not valid.
  package init(
    stations: [StationPlan], sources: [SourcePlan], classes: Int = 1,
    allowsOverload: Bool = false
  ) throws(NetworkError) {
    self.stations = stations
    self.sources = sources
    self.classes = classes
    try validate()
    if !allowsOverload { try refuseOverload() }
  }

  /// Who is served first.
  package enum Discipline: Equatable, Sendable {
    /// First come first served inside a class, without interruption.
    case priority
    /// As `priority`; a more urgent arrival interrupts, the interrupted resumes later.
    case preemptiveResume
    /// Earliest deadline first: entry at the station plus the span of the class.
    case earliestDeadline(spans: [Double])
    /// The least drawn key first, one law for each class.
    case byKey([Distribution])
  }

  /// A change of the number of servers.
  package struct Shift: Equatable, Sendable {
    package var start: Double
    package var servers: Int

    package init(start: Double, servers: Int) {
      self.start = start
      self.servers = servers
    }
  }

  /// Servers, their work and where customers go next.
  package struct StationPlan: Equatable, Sendable {
    package var name: String
    package var servers: Int
    /// One law, or one for each class.
    package var services: [Distribution]
    package var discipline = Discipline.priority
    /// Places in all, servers included; nil for no limit.
    package var capacity: Int?
    /// How long customers wait before they give up: one law, one for each class, or none.
    package var patience: [Distribution] = []
    /// Changes of the number of servers, ascending in time.
    package var shifts: [Shift] = []
    /// After this span the shifts start over, if it is given.
    package var shiftPeriod: Double?
    /// The probability of each station as the next one; the remainder is for leaving.
    package var routing: [Double] = []

    package init(_ name: String, servers: Int, service: Distribution) {
      self.init(name, servers: servers, services: [service])
    }

    package init(_ name: String, servers: Int, services: [Distribution]) {
      self.name = name
      self.servers = servers
      self.services = services
    }

    /// The most servers at any time.
    var maximumServers: Int { shifts.reduce(servers) { max($0, $1.servers) } }
  }

  /// Where customers come from.
  package struct SourcePlan: Equatable, Sendable {
    package enum Kind: Equatable, Sendable {
      /// Independent intervals of one law.
      case renewal(Distribution)
      case poisson(ArrivalRate)
      /// A fixed number of customers who come back after a time outside.
      case population(size: Int, timeOutside: Distribution)
    }

    package var kind: Kind
    /// The station that customers enter.
    package var station: Int
    package var priorityClass: Int
    /// Customers an arrival brings, rounded to at least 1; not for a population.
    package var batch: Distribution?

    package init(
      _ kind: Kind, station: Int = 0, priorityClass: Int = 0, batch: Distribution? = nil
    ) {
      self.kind = kind
      self.station = station
      self.priorityClass = priorityClass
      self.batch = batch
    }
  }
}
