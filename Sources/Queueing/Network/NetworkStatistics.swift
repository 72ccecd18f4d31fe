/// What was seen of a network during a span of simulated time.
package struct NetworkStatistics: Sendable {
  /// What was seen of one station.
  package struct Station: Sendable {
    /// One entry a class.
    package let classes: [VisitStatistics]
    /// Averages over time.
    package let queueLength: Double
    package let busyServers: Double
    package var inSystem: Double { queueLength + busyServers }

    /// The visits of all classes together.
    package var total: VisitStatistics {
      classes.dropFirst().reduce(into: classes[0]) { $0.merge($1) }
    }
  }

  /// The length of the span.
  package let duration: Double
  package let stations: [Station]
  /// Customers who came from the sources, and who left.
  package let arrivals: Int
  package let departures: Int
  /// From a source until leaving the network, of those who left.
  package let sojourn: RunningMoments
  /// The average number of customers in the network.
  package let inSystem: Double
}

/// The state of a network at an instant that was asked for.
package struct NetworkObservation: Sendable {
  package struct Station: Equatable, Sendable {
    package let waiting: Int
    package let busy: Int
    package let servers: Int
    /// The integral of the queue length since the statistics began.
    package let queueArea: Double
  }

  package let time: Double
  package let stations: [Station]
}
