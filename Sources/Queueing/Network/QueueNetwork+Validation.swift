extension QueueNetwork {
  func validate() throws(NetworkError) {
    try require(!stations.isEmpty, "stations", 0, "at least one")
    try require(!sources.isEmpty, "sources", 0, "at least one")
    try require((1...16).contains(classes), "classes", Double(classes), "in 1 ... 16")
    for plan in stations { try validate(plan) }
    for (index, plan) in sources.enumerated() { try validate(plan, "sources[\(index)]") }
    let slots = stations.reduce(0) { $0 + $1.maximumServers }
    try require(slots < 1 << 22, "servers", Double(slots), "below 4194304 in all")
  }

  private func validate(_ plan: StationPlan) throws(NetworkError) {
    let name = plan.name
    let most = plan.maximumServers
    try require(plan.servers >= 0, "\(name).servers", Double(plan.servers), "not negative")
    try require(most > 0, "\(name).servers", Double(most), "positive at some time")
    try requirePerClass(plan.services.count, "\(name).services")
    for (index, law) in plan.services.enumerated() {
      try require(
        law.mean < .infinity, "\(name).services[\(index)].mean", law.mean, "finite")
    }
    if !plan.patience.isEmpty { try requirePerClass(plan.patience.count, "\(name).patience") }
    if let capacity = plan.capacity {
      try require(
        capacity >= most, "\(name).capacity", Double(capacity), "at least the servers, \(most)")
    }
    try validateDiscipline(plan)
    try validateShifts(plan)
    if plan.routing.isEmpty { return }
    try require(
      plan.routing.count == stations.count, "number of \(name).routing",
      Double(plan.routing.count), "\(stations.count)")
    for (index, probability) in plan.routing.enumerated() {
      try require(
        probability >= 0 && probability <= 1, "\(name).routing[\(index)]", probability,
        "in 0 ... 1")
    }
    let sum = plan.routing.reduce(0, +)
    try require(sum <= 1 + 1e-9, "sum of \(name).routing", sum, "at most 1")
  }

  private func validateDiscipline(_ plan: StationPlan) throws(NetworkError) {
    switch plan.discipline {
    case .priority, .preemptiveResume: return
    case .byKey(let laws): try requirePerClass(laws.count, "\(plan.name).keys")
    case .earliestDeadline(let spans):
      try requirePerClass(spans.count, "\(plan.name).spans")
      for (index, span) in spans.enumerated() {
        try require(
          span >= 0 && span < .infinity, "\(plan.name).spans[\(index)]", span,
          "finite and not negative")
      }
    }
  }

  private func validateShifts(_ plan: StationPlan) throws(NetworkError) {
    var last = -Double.infinity
    for (index, shift) in plan.shifts.enumerated() {
      let name = "\(plan.name).shifts[\(index)]"
      try require(
        shift.start >= 0 && shift.start > last && shift.start < .infinity, "\(name).start",
        shift.start, "ascending, finite and not negative")
      try require(shift.servers >= 0, "\(name).servers", Double(shift.servers), "not negative")
      last = shift.start
    }
    if let period = plan.shiftPeriod {
      try require(
        period > max(last, 0) && period < .infinity, "\(plan.name).shiftPeriod", period,
        "after the last shift and finite")
    }
  }

  private func validate(_ plan: SourcePlan, _ name: String) throws(NetworkError) {
    try require(
      stations.indices.contains(plan.station), "\(name).station", Double(plan.station),
      "a station")
    try require(
      (0..<classes).contains(plan.priorityClass), "\(name).priorityClass",
      Double(plan.priorityClass), "below \(classes)")
    switch plan.kind {
    case .poisson(let rate): try rate.validate(name)
    case .renewal(let law):
      try require(law.mean > 0, "\(name).interval.mean", law.mean, "positive")
    case .population(let size, let law):
      try require(
        size > 0 && size <= 1 << 20, "\(name).size", Double(size), "in 1 ... 1048576")
      try require(law.mean > 0, "\(name).timeOutside.mean", law.mean, "positive")
      try require(plan.batch == nil, "\(name).batch", plan.batch?.mean ?? 0, "absent")
    }
    if let batch = plan.batch {
      try require(
        batch.mean >= 1 && batch.mean < 1e6, "\(name).batch.mean", batch.mean,
        "in 1 ... 1000000")
    }
  }

  private func requirePerClass(_ count: Int, _ name: String) throws(NetworkError) {
    try require(
      count == 1 || count == classes, "number of \(name)", Double(count), "1 or \(classes)")
  }

  private func require(
    _ condition: Bool, _ parameter: String, _ value: Double, _ requirement: String
  ) throws(NetworkError) {
    if condition { return }
    throw .invalid(parameter: parameter, value: value, requirement: requirement)
  }
}

extension QueueNetwork {
  /// Refuses networks whose queues would grow without end.
  ///
  /// Where customers can be lost or their number is fixed, nothing is refused: there the
  /// flows are only bounded by what is computed here.
  func refuseOverload() throws(NetworkError) {
    let canLose = stations.contains { $0.capacity != nil || !$0.patience.isEmpty }
    let isOpen = sources.allSatisfy {
      if case .population = $0.kind { return false }
      return true
    }
    if canLose || !isOpen { return }
    for (index, load) in try loads().enumerated() {
      if load >= 1 { throw .unstable(station: stations[index].name, load: load) }
    }
  }

  /// The load of each station: work arriving per unit of time and server.
  ///
  /// Solves the traffic equations of each class by iteration; infinite where customers
  /// circulate for ever. Source: J. R. Jackson, doi:10.1287/opre.5.4.518.
  package func loads() throws(NetworkError) -> [Double] {
    var work = [Double](repeating: 0, count: stations.count)
    for priorityClass in 0..<classes {
      let external = externalRates(priorityClass)
      var flow = external
      var isSettled = false
      for _ in 0..<100_000 where !isSettled {
        var next = external
        for (from, plan) in stations.enumerated() {
          for (to, probability) in plan.routing.enumerated() {
            next[to] += flow[from] * probability
          }
        }
        isSettled = zip(flow, next).allSatisfy { abs($0 - $1) <= 1e-13 * $1 }
        flow = next
      }
      if !isSettled { flow = flow.map { $0 > 0 ? .infinity : 0 } }
      for (index, plan) in stations.enumerated() where flow[index] > 0 {
        let law = plan.services.count == 1 ? plan.services[0] : plan.services[priorityClass]
        work[index] += flow[index] * law.mean
      }
    }
    return zip(stations, work).map { $1 / averageServers($0) }
  }

  private func externalRates(_ priorityClass: Int) -> [Double] {
    var rates = [Double](repeating: 0, count: stations.count)
    for source in sources where source.priorityClass == priorityClass {
      let size = source.batch?.mean ?? 1
      switch source.kind {
      case .poisson(let rate): rates[source.station] += rate.mean * size
      case .renewal(let law): rates[source.station] += size / law.mean
      case .population: break
      }
    }
    return rates
  }

  /// The number of servers averaged over a period, or in the end where none is given.
  private func averageServers(_ plan: StationPlan) -> Double {
    guard let last = plan.shifts.last else { return Double(plan.servers) }
    guard let period = plan.shiftPeriod else { return Double(last.servers) }
    // After the first period, the last shift lasts until the first one starts again.
    var sum = Double(last.servers) * (plan.shifts[0].start + period - last.start)
    for (shift, next) in zip(plan.shifts, plan.shifts.dropFirst()) {
      sum += Double(shift.servers) * (next.start - shift.start)
    }
    return sum / period
  }
}
