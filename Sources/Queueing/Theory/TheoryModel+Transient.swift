extension TheoryModel {
  /// Answers that depend on the time since the start, or on the time of day.
  static let transients: [TheoryModel] = [periodicInfinite, mm1Transient, mtMMC]

  private static let periodicInfinite = TheoryModel(
    "mt_m_inf", "M(t)/M/infinity with rate lambda_bar + amplitude sin(gamma t), settled",
    parameters: ["lambda_bar", "amplitude", "gamma", "mu", "t", "start"],
    metrics: ["mean_in_system"]
  ) { reader throws(ModelError) in
    try reader.start("periodic steady state")
    let queue = try PeriodicInfiniteServer(
      meanArrivalRate: reader.number("lambda_bar"), amplitude: reader.number("amplitude"),
      frequency: reader.number("gamma"), serviceRate: reader.number("mu"))
    let number = try queue.numberInSystem(at: reader.number("t"))
    var metrics = Metrics()
    metrics["mean_in_system"] = { number }
    return metrics
  }

  private static let mm1Transient = TheoryModel(
    "mm1_transient", "the first n customers of M/M/1 from an empty start",
    parameters: ["lambda", "mu", "n", "start"], metrics: ["mean_delay_nth", "mean_delay_first_n"]
  ) { reader throws(ModelError) in
    try reader.start("empty")
    let model = try MM1Transient(
      arrivalRate: reader.number("lambda"), serviceRate: reader.number("mu"),
      customers: reader.whole("n"))
    var metrics = Metrics()
    metrics["mean_delay_nth"] = { model.meanDelayOfLast }
    metrics["mean_delay_first_n"] = { model.meanDelay }
    return metrics
  }

  private static let mtMMC = TheoryModel(
    "mt_mmc", "M(t)/M/c from an empty start, arrival rate constant by blocks [rate, duration]",
    parameters: ["c", "mu", "blocks", "t", "start"],
    metrics: [
      "mean_in_queue", "mean_in_system", "p_all_busy", "mean_queue_area_per_arrival_so_far",
    ]
  ) { reader throws(ModelError) in
    try reader.start("empty")
    let model = try MtMMCTransient(
      servers: reader.whole("c"), serviceRate: reader.number("mu"), blocks: reader.rateBlocks(),
      time: reader.number("t"))
    let answer = Lazy { () throws(ModelError) in model.solve() }
    var metrics = Metrics()
    metrics["mean_in_queue"] = { () throws(ModelError) in try answer.get().queueLength }
    metrics["mean_in_system"] = { () throws(ModelError) in try answer.get().numberInSystem }
    metrics["p_all_busy"] = { () throws(ModelError) in try answer.get().allBusyProbability }
    metrics["mean_queue_area_per_arrival_so_far"] = { () throws(ModelError) in
      try answer.get().queueAreaPerArrival
    }
    return metrics
  }
}
