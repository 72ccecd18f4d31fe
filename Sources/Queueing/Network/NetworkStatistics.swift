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

  /// What was seen during this span and another one of the same network.
  package func joined(with other: NetworkStatistics) -> NetworkStatistics {
    let total = duration + other.duration
    func average(_ one: Double, _ two: Double) -> Double {
      total == 0 ? one : (one * duration + two * other.duration) / total
    }
    let joined = zip(stations, other.stations).map { one, two in
      Station(
        classes: zip(one.classes, two.classes).map { left, right in
          var sum = left
          sum.merge(right)
          return sum
        },
        queueLength: average(one.queueLength, two.queueLength),
        busyServers: average(one.busyServers, two.busyServers))
    }
    var sojourns = sojourn
    sojourns.merge(other.sojourn)
    return NetworkStatistics(
      duration: total, stations: joined, arrivals: arrivals + other.arrivals,
      departures: departures + other.departures, sojourn: sojourns,
      inSystem: average(inSystem, other.inSystem))
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
