extension TheoryModel {
  /// Models with a general service time, a general arrival stream, or batches.
  static let singleServer: [TheoryModel] = [mg1, mdc, gim1, batchMM1]

  private static let mg1 = TheoryModel(
    "mg1",
    "M/G/1; service is deterministic, exponential, erlang, uniform, lognormal, gamma or hyperexp",
    parameters: ["lambda", "service", "d", "k", "mean", "lo", "hi", "scv", "p", "rates", "t"],
    metrics: [
      "wq", "w", "lq", "utilization", "p_wait", "scv", "wait_variance", "p_wait_gt_t:t",
    ]
  ) { reader throws(ModelError) in
    let queue = try MG1Queue(arrivalRate: reader.number("lambda"), service: reader.service())
    var metrics = Metrics()
    metrics["wq"] = { queue.waitingTime }
    metrics["w"] = { queue.sojournTime }
    metrics["lq"] = { queue.queueLength }
    metrics["utilization"] = { queue.utilization }
    metrics["p_wait"] = { queue.waitingProbability }
    metrics["scv"] = { queue.service.scv }
    metrics["wait_variance"] = { queue.waitingTimeVariance }
    if reader.has("t") {
      let time = try reader.number("t")
      metrics["p_wait_gt_t"] = { () throws(ModelError) in try queue.waitingTail(time) }
    }
    return metrics
  }

  private static let mdc = TheoryModel(
    "mdc", "M/D/c, constant service time d",
    parameters: ["c", "lambda", "d"], metrics: ["wq", "w", "lq", "utilization"]
  ) { reader throws(ModelError) in
    let queue = try MDCQueue(
      servers: reader.whole("c"), arrivalRate: reader.number("lambda"),
      serviceTime: reader.number("d"))
    var metrics = Metrics()
    metrics["wq"] = { queue.waitingTime }
    metrics["w"] = { queue.sojournTime }
    metrics["lq"] = { queue.queueLength }
    metrics["utilization"] = { queue.utilization }
    return metrics
  }

  private static let gim1 = TheoryModel(
    "gim1", "GI/M/1; arrivals are deterministic, poisson, erlang or hyperexp",
    parameters: ["arrivals", "lambda", "mu", "k", "p", "rates", "t"],
    metrics: ["sigma", "p_wait", "wq", "w", "utilization", "p_wait_gt_2", "p_wait_gt_t:t"]
  ) { reader throws(ModelError) in
    let queue = try GIM1Queue(arrivals: reader.arrivals(), serviceRate: reader.number("mu"))
    var metrics = Metrics()
    metrics["sigma"] = { queue.waitingProbability }
    metrics["p_wait"] = { queue.waitingProbability }
    metrics["wq"] = { queue.waitingTime }
    metrics["w"] = { queue.sojournTime }
    metrics["utilization"] = { queue.utilization }
    metrics["p_wait_gt_2"] = { () throws(ModelError) in try queue.waitingTail(2) }
    if reader.has("t") {
      let time = try reader.number("t")
      metrics["p_wait_gt_t"] = { () throws(ModelError) in try queue.waitingTail(time) }
    }
    return metrics
  }

  private static let batchMM1 = TheoryModel(
    "batch_mm1", "M/M/1 with arrivals in batches of a fixed size",
    parameters: ["batch", "batch_rate", "mu"], metrics: ["l", "w", "wq", "utilization"]
  ) { reader throws(ModelError) in
    let queue = try BatchMM1Queue(
      batchSize: reader.whole("batch"), batchRate: reader.number("batch_rate"),
      serviceRate: reader.number("mu"))
    var metrics = Metrics()
    metrics["l"] = { queue.numberInSystem }
    metrics["w"] = { queue.sojournTime }
    metrics["wq"] = { queue.waitingTime }
    metrics["utilization"] = { queue.utilization }
    return metrics
  }
}
