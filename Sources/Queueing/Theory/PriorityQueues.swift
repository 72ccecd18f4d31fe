/// The load of the classes up to each one, and what it leaves: the terms of every priority formula.
private struct PriorityLoads {
  /// 1 − σₖ with σₖ the load of classes 0…k; entry 0 is one.
  private(set) var spare: [Double] = [1]
  private(set) var utilization = 0.0

  init(_ loads: [Double]) {
    for load in loads {
      utilization += load
      spare.append(1 - utilization)
    }
  }

  /// 1/((1 − σₖ₋₁)(1 − σₖ)).
  func factor(_ index: Int) -> Double { 1 / (spare[index] * spare[index + 1]) }
}

private func checkedClass(_ index: Int, of count: Int) throws(ModelError) -> Int {
  guard index >= 0, index < count else {
    throw .invalid(
      parameter: "cls", value: "\(index)", expected: "a class from 0 to \(count - 1)")
  }
  return index
}

/// M/M/c with non-preemptive priorities; class 0 is served first, all classes at the same rate.
///
/// A. Cobham, "Priority assignment in waiting line problems" (1954), doi:10.1287/opre.2.1.70.
package struct PriorityMMCQueue: Sendable {
  /// The same customers without priorities: priorities do not change how much work waits.
  package let pooled: MMCQueue
  package let arrivalRates: [Double]
  private let factors: [Double]

  /// Throws `ModelError.unstable` when the classes together load the servers by one or more.
  package init(servers: Int, arrivalRates: [Double], serviceRate: Double) throws(ModelError) {
    self.arrivalRates = try Check.rates(arrivalRates, "lambdas", zeroAllowed: true)
    let servers = try Check.count(servers, "c")
    let capacity = Double(servers) * (try Check.positive(serviceRate, "mu"))
    let total = try Check.positive(arrivalRates.reduce(0, +), "sum of lambdas")
    _ = try Check.stable(utilization: total / capacity, "lambdas")
    pooled = try MMCQueue(servers: servers, arrivalRate: total, serviceRate: serviceRate)
    let loads = PriorityLoads(arrivalRates.map { $0 / capacity })
    factors = arrivalRates.indices.map { loads.factor($0) / capacity }
  }

  /// Mean wait of a class before service, Wq.
  package func waitingTime(ofClass index: Int) throws(ModelError) -> Double {
    pooled.waitingProbability * factors[try checkedClass(index, of: factors.count)]
  }
}

/// One class of customers at a server with priorities.
package struct PriorityClass: Sendable, Equatable {
  package let arrivalRate: Double
  package let service: ServiceLaw

  package init(arrivalRate: Double, service: ServiceLaw) {
    (self.arrivalRate, self.service) = (arrivalRate, service)
  }
}

/// M/G/1 with non-preemptive priorities; class 0 is served first.
///
/// Cobham (1954), doi:10.1287/opre.2.1.70, with the correction of 1955, doi:10.1287/opre.3.4.547.
package struct PriorityMG1Queue: Sendable {
  package let classes: [PriorityClass]
  package let utilization: Double
  private let waitingTimes: [Double]

  /// Throws `ModelError.unstable` when the classes together load the server by one or more.
  package init(classes: [PriorityClass]) throws(ModelError) {
    guard !classes.isEmpty else {
      throw .invalid(parameter: "classes", value: "nothing", expected: "at least one class")
    }
    var residual = 0.0
    for (index, each) in classes.enumerated() {
      _ = try Check.notNegative(each.arrivalRate, "classes[\(index)] rate")
      residual += each.arrivalRate * (try each.service.validated().secondMoment) / 2
    }
    let loads = PriorityLoads(classes.map { $0.arrivalRate * $0.service.mean })
    self.classes = classes
    utilization = try Check.stable(utilization: loads.utilization, "classes")
    waitingTimes = classes.indices.map { residual * loads.factor($0) }
  }

  /// Mean wait of a class before service, Wq.
  package func waitingTime(ofClass index: Int) throws(ModelError) -> Double {
    waitingTimes[try checkedClass(index, of: waitingTimes.count)]
  }
}

/// M/M/1 with preemptive-resume priorities; class 0 interrupts all others.
///
/// H. White and L. S. Christie, "Queuing with preemptive priorities or with breakdown" (1958),
/// doi:10.1287/opre.6.1.79.
package struct PreemptiveMM1Queue: Sendable {
  package let arrivalRates: [Double]
  package let serviceRates: [Double]
  package let utilization: Double
  private let sojournTimes: [Double]

  /// Throws `ModelError.unstable` when the classes together load the server by one or more.
  package init(arrivalRates: [Double], serviceRates: [Double]) throws(ModelError) {
    self.arrivalRates = try Check.rates(arrivalRates, "lambdas", zeroAllowed: true)
    self.serviceRates = try Check.rates(serviceRates, "mus")
    try Check.sameCount(serviceRates.count, "mus", as: arrivalRates.count, "lambdas")
    let loads = PriorityLoads(zip(arrivalRates, serviceRates).map { $0 / $1 })
    utilization = try Check.stable(utilization: loads.utilization, "lambdas")
    var residual = 0.0
    var times: [Double] = []
    for (index, rate) in serviceRates.enumerated() {
      residual += arrivalRates[index] / (rate * rate)
      times.append(1 / (rate * loads.spare[index]) + residual * loads.factor(index))
    }
    sojournTimes = times
  }

  /// Mean time of a class in the system, interruptions included, W.
  package func sojournTime(ofClass index: Int) throws(ModelError) -> Double {
    sojournTimes[try checkedClass(index, of: sojournTimes.count)]
  }
}
