extension NetworkSimulation {
  /// What was seen since the statistics began, until now.
  package var statistics: NetworkStatistics {
    var seen: [NetworkStatistics.Station] = []
    for index in 0..<stations.count {
      seen.append(
        NetworkStatistics.Station(
          classes: stations[index].classes,
          queueLength: stations[index].queue.average(until: clock),
          busyServers: stations[index].busy.average(until: clock)))
    }
    return NetworkStatistics(
      duration: Double(clock - statisticsStart) / unit, stations: seen, arrivals: arrivals,
      departures: departures, sojourn: sojourn, inSystem: population.average(until: clock))
  }

  /// Forgets what was seen so far and goes on, as after a warm-up or a batch.
  package mutating func restartStatistics() {
    statisticsStart = clock
    population.restart(at: clock)
    (arrivals, departures, sojourn) = (0, 0, RunningMoments())
    let empty = VisitStatistics(
      thresholds: thresholds.count, hasHistogram: options.recordsHistograms)
    for index in 0..<stations.count {
      stations[index].queue.restart(at: clock)
      stations[index].busy.restart(at: clock)
      for priorityClass in stations[index].classes.indices {
        stations[index].classes[priorityClass] = empty
      }
    }
  }

  /// A wait is over, because service begins or because the customer gives up.
  mutating func recordWait(_ customer: Customer, isServed: Bool) {
    let wait = clock - customer.entered
    let value = Double(wait) / unit
    let (station, priorityClass) = (Int(customer.station), customer.priorityClass)
    stations[station].classes[priorityClass].recordWait(
      wait, value, isServed: isServed, thresholds: thresholds)
    if isServed && options.measuresVirtualWaits {
      stations[station].classes[priorityClass].recordVirtualWait(wait, thresholds: thresholds)
    }
  }

  mutating func recordSojourn(_ customer: Customer) {
    let sojourn = clock - customer.entered
    stations[Int(customer.station)].classes[customer.priorityClass].recordSojourn(
      sojourn, Double(sojourn) / unit, thresholds: thresholds)
  }

  /// Keeps the wait of one of the first customers, once.
  mutating func recordFirstWait(_ job: UInt32, _ wait: Double) {
    let number = jobs[job].number
    if number < 0 { return }
    recordedWaits[number] = wait
    recordedCount += 1
    jobs[job].number = -1
  }

  /// Whoever gave up before the given visit would have been served now.
  mutating func endVirtualWaits(_ station: Int, before visit: Int) {
    while let ghost = stations[station].ghosts.first, ghost.visit < visit {
      stations[station].classes[0].recordVirtualWait(
        clock - ghost.entered, thresholds: thresholds)
      stations[station].ghosts.removeFirst()
    }
  }
}
