extension TheoryModel {
  /// Approximations, which are no oracle for a simulation, and the arithmetic of a screen.
  static let approximations: [TheoryModel] = [allenCunneen, kingman, screening]

  private static let allenCunneen = TheoryModel(
    "ggc_allen_cunneen_approx", "GI/G/c by Allen and Cunneen, an approximation",
    parameters: ["c", "rho", "ca2", "cs2", "mu"], metrics: ["wq"]
  ) { reader throws(ModelError) in
    let model = try AllenCunneenApproximation(
      servers: reader.whole("c"), utilization: reader.number("rho"),
      arrivalSCV: reader.number("ca2"), serviceSCV: reader.number("cs2"),
      serviceRate: reader.number("mu"))
    var metrics = Metrics()
    metrics["wq"] = { model.waitingTime }
    return metrics
  }

  private static let kingman = TheoryModel(
    "gg1_kingman_approx", "GI/G/1 by Kingman, an approximation",
    parameters: ["c", "rho", "ca2", "cs2", "mu"], metrics: ["wq"]
  ) { reader throws(ModelError) in
    if reader.has("c") { _ = try Check.count(try reader.whole("c"), "c", to: 1) }
    let model = try KingmanApproximation(
      utilization: reader.number("rho"), arrivalSCV: reader.number("ca2"),
      serviceSCV: reader.number("cs2"), serviceRate: reader.number("mu"))
    var metrics = Metrics()
    metrics["wq"] = { model.waitingTime }
    return metrics
  }

  private static let screening = TheoryModel(
    "screening", "what a test flags and misses",
    parameters: ["prevalence", "tpr", "fpr"],
    metrics: ["flag_rate", "precision", "missed_share"]
  ) { reader throws(ModelError) in
    let model = try Screening(
      prevalence: reader.number("prevalence"), truePositiveRate: reader.number("tpr"),
      falsePositiveRate: reader.number("fpr"))
    var metrics = Metrics()
    metrics["flag_rate"] = { model.flagRate }
    metrics["precision"] = { () throws(ModelError) in try model.precision() }
    metrics["missed_share"] = { model.missedShare }
    return metrics
  }
}
