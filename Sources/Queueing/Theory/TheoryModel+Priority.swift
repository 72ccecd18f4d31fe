extension TheoryModel {
  /// Priority disciplines; class 0 is the highest.
  static let priorities: [TheoryModel] = [priorityMMC, priorityMG1, preemptiveMM1]

  private static let priorityMMC = TheoryModel(
    "priority_np_mmc", "M/M/c with non-preemptive priorities; cls picks a class",
    parameters: ["c", "lambdas", "mu", "cls"], metrics: ["wq:cls", "wq_all", "p_wait"]
  ) { reader throws(ModelError) in
    let queue = try PriorityMMCQueue(
      servers: reader.whole("c"), arrivalRates: reader.numbers("lambdas"),
      serviceRate: reader.number("mu"))
    var metrics = Metrics()
    metrics["wq_all"] = { queue.pooled.waitingTime }
    metrics["p_wait"] = { queue.pooled.waitingProbability }
    if reader.has("cls") {
      let time = try queue.waitingTime(ofClass: reader.whole("cls"))
      metrics["wq"] = { time }
    }
    return metrics
  }

  private static let priorityMG1 = TheoryModel(
    "priority_np_mg1", "M/G/1 with non-preemptive priorities; cls picks a class",
    parameters: ["classes", "cls"], metrics: ["wq:cls", "utilization"]
  ) { reader throws(ModelError) in
    let queue = try PriorityMG1Queue(classes: reader.priorityClasses())
    var metrics = Metrics()
    metrics["utilization"] = { queue.utilization }
    if reader.has("cls") {
      let time = try queue.waitingTime(ofClass: reader.whole("cls"))
      metrics["wq"] = { time }
    }
    return metrics
  }

  private static let preemptiveMM1 = TheoryModel(
    "priority_pr_mm1", "M/M/1 with preemptive-resume priorities; cls picks a class",
    parameters: ["lambdas", "mus", "cls"], metrics: ["w:cls", "utilization"]
  ) { reader throws(ModelError) in
    let queue = try PreemptiveMM1Queue(
      arrivalRates: reader.numbers("lambdas"), serviceRates: reader.numbers("mus"))
    var metrics = Metrics()
    metrics["utilization"] = { queue.utilization }
    if reader.has("cls") {
      let time = try queue.sojournTime(ofClass: reader.whole("cls"))
      metrics["w"] = { time }
    }
    return metrics
  }
}
