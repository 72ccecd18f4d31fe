/// M/M/c//N: a fixed population whose members, while not in the system, each ask at a given rate.
///
/// The machine-repair model: Gross et al. (2008), section 2.8, doi:10.1002/9781118625651.
/// Always stable. Time: O(N).
package struct FiniteSourceQueue: Sendable {
  package let servers: Int
  package let population: Int
  package let arrivalRateEach: Double
  package let serviceRate: Double
  /// Mean number in the system, L.
  package let numberInSystem: Double
  /// Mean number waiting, Lq.
  package let queueLength: Double
  package let busyServers: Double

  package init(
    servers: Int, population: Int, arrivalRateEach: Double, serviceRate: Double
  ) throws(ModelError) {
    self.servers = try Check.count(servers, "c")
    self.population = try Check.count(population, "N")
    self.arrivalRateEach = try Check.positive(arrivalRateEach, "lambda_each")
    self.serviceRate = try Check.positive(serviceRate, "mu")
    var weight = WideDouble(1)
    var total = weight
    var present = WideDouble.zero
    var waiting = WideDouble.zero
    var busy = WideDouble.zero
    for number in 1...population {
      weight *= Double(population - number + 1) * arrivalRateEach
      weight *= 1 / (Double(min(number, servers)) * serviceRate)
      total += weight
      present += weight * Double(number)
      waiting += weight * Double(max(0, number - servers))
      busy += weight * Double(min(number, servers))
    }
    numberInSystem = present / total
    queueLength = waiting / total
    busyServers = busy / total
  }

  /// Customers served per unit of time.
  package var throughput: Double { serviceRate * busyServers }

  /// Mean wait before service, Wq.
  package var waitingTime: Double { queueLength / throughput }

  package var utilization: Double { busyServers / Double(servers) }
}
