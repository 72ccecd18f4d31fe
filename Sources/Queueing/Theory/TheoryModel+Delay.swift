extension TheoryModel {
  /// Several exponential servers: loss, delay, finite room, abandonment, finite population.
  static let lossAndDelay: [TheoryModel] = [
    erlangB, erlangBInverse, mmc, erlangCStaffing, mmck, erlangA,
  ]

  private static let erlangB = TheoryModel(
    "erlang_b", "M/G/c/c, blocked customers are lost",
    parameters: ["c", "a"], metrics: ["blocking", "busy_servers"]
  ) { reader throws(ModelError) in
    let model = try ErlangB(servers: reader.whole("c"), offeredLoad: reader.number("a"))
    var metrics = Metrics()
    metrics["blocking"] = { model.blockingProbability }
    metrics["busy_servers"] = { model.busyServers }
    return metrics
  }

  private static let erlangBInverse = TheoryModel(
    "erlang_b_inverse", "the load at which M/G/c/c loses a given share",
    parameters: ["c", "target_blocking"], metrics: ["offered_load"]
  ) { reader throws(ModelError) in
    let model = try ErlangBInverse(
      servers: reader.whole("c"), targetBlocking: reader.number("target_blocking"))
    var metrics = Metrics()
    metrics["offered_load"] = { model.offeredLoad }
    return metrics
  }

  private static let mmc = TheoryModel(
    "mmc", "M/M/c; t gives tails, q a quantile of the wait",
    parameters: ["c", "lambda", "mu", "t", "q"],
    metrics: [
      "p_wait", "wq", "w", "lq", "l", "utilization", "wq_given_wait", "wait_variance",
      "p_wait_gt_t:t", "service_level:t", "p_sojourn_gt_t:t", "wait_quantile:q",
    ]
  ) { reader throws(ModelError) in
    let queue = try MMCQueue(
      servers: reader.whole("c"), arrivalRate: reader.number("lambda"),
      serviceRate: reader.number("mu"))
    var metrics = Metrics()
    metrics["p_wait"] = { queue.waitingProbability }
    metrics["wq"] = { queue.waitingTime }
    metrics["w"] = { queue.sojournTime }
    metrics["lq"] = { queue.queueLength }
    metrics["l"] = { queue.numberInSystem }
    metrics["utilization"] = { queue.utilization }
    metrics["wq_given_wait"] = { queue.waitingTimeOfWaiting }
    metrics["wait_variance"] = { queue.waitingTimeVariance }
    if reader.has("t") {
      let time = try reader.number("t")
      metrics["p_wait_gt_t"] = { () throws(ModelError) in try queue.waitingTail(time) }
      metrics["service_level"] = { () throws(ModelError) in try queue.serviceLevel(within: time) }
      metrics["p_sojourn_gt_t"] = { () throws(ModelError) in try queue.sojournTail(time) }
    }
    if reader.has("q") {
      let share = try reader.number("q")
      metrics["wait_quantile"] = { () throws(ModelError) in try queue.waitingQuantile(share) }
    }
    return metrics
  }

  private static let erlangCStaffing = TheoryModel(
    "erlang_c_staffing", "M/M/c in the units of a call centre",
    parameters: ["c", "calls", "interval_min", "aht_min", "target_s"],
    metrics: ["service_level", "asa_s", "occupancy"]
  ) { reader throws(ModelError) in
    let model = try ErlangCStaffing(
      servers: reader.whole("c"), calls: reader.number("calls"),
      intervalMinutes: reader.number("interval_min"), handlingMinutes: reader.number("aht_min"),
      targetSeconds: reader.number("target_s"))
    var metrics = Metrics()
    metrics["service_level"] = { model.serviceLevel }
    metrics["asa_s"] = { model.meanWaitSeconds }
    metrics["occupancy"] = { model.utilization }
    return metrics
  }

  private static let mmck = TheoryModel(
    "mmck", "M/M/c/K, customers who find K in the system are turned away",
    parameters: ["c", "K", "lambda", "mu"],
    metrics: ["blocking", "lq", "wq_accepted", "p_wait_accepted", "throughput"]
  ) { reader throws(ModelError) in
    let queue = try MMCKQueue(
      servers: reader.whole("c"), places: reader.whole("K"),
      arrivalRate: reader.number("lambda"), serviceRate: reader.number("mu"))
    var metrics = Metrics()
    metrics["blocking"] = { queue.blockingProbability }
    metrics["lq"] = { queue.queueLength }
    metrics["wq_accepted"] = { queue.waitingTimeOfAccepted }
    metrics["p_wait_accepted"] = { queue.waitingProbabilityOfAccepted }
    metrics["throughput"] = { queue.throughput }
    return metrics
  }

  private static let erlangA = TheoryModel(
    "mmc_m", "M/M/c+M (Erlang-A), customers who wait leave at rate theta",
    parameters: ["c", "lambda", "mu", "theta", "t"],
    metrics: [
      "p_wait", "p_abandon", "p_abandon_given_wait", "wq", "wq_served", "wq_abandoned", "lq",
      "utilization", "p_wait_gt_t:t", "served_within_t:t", "virtual_wait_gt_t:t",
    ]
  ) { reader throws(ModelError) in
    let queue = try ErlangA(
      servers: reader.whole("c"), arrivalRate: reader.number("lambda"),
      serviceRate: reader.number("mu"), abandonmentRate: reader.number("theta"))
    var metrics = Metrics()
    metrics["p_wait"] = { queue.waitingProbability }
    metrics["p_abandon"] = { queue.abandonmentProbability }
    metrics["p_abandon_given_wait"] = { queue.abandonmentOfWaiting }
    metrics["wq"] = { queue.waitingTime }
    metrics["wq_served"] = { queue.waitingTimeOfServed }
    metrics["wq_abandoned"] = { queue.waitingTimeOfAbandoned }
    metrics["lq"] = { queue.queueLength }
    metrics["utilization"] = { queue.utilization }
    if reader.has("t") {
      let time = try reader.number("t")
      let tails = Lazy { () throws(ModelError) in try queue.tails(time) }
      metrics["p_wait_gt_t"] = { () throws(ModelError) in try tails.get().waiting }
      metrics["served_within_t"] = { () throws(ModelError) in try tails.get().served }
      metrics["virtual_wait_gt_t"] = { () throws(ModelError) in try tails.get().virtualWaiting }
    }
    return metrics
  }
}
