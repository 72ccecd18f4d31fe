extension TheoryModel {
  /// Networks and closed populations.
  static let networks: [TheoryModel] = [jackson, finiteSource]

  private static let jackson = TheoryModel(
    "jackson",
    "open Jackson network; station picks one, counted from 0; or equal stations with stations, "
      + "c, mu, ext_each and leave",
    parameters: ["ext", "routing", "c", "mu", "station", "stations", "ext_each", "leave"],
    metrics: [
      "throughput:station", "wq:station", "p_wait:station", "l:station", "utilization:station",
      "total_sojourn", "total_l",
    ]
  ) { reader throws(ModelError) in
    let equal = reader.has("stations")
    let network = try equal ? equalStations(reader) : routedStations(reader)
    var metrics = Metrics()
    metrics["total_sojourn"] = { network.sojournTime }
    metrics["total_l"] = { network.numberInNetwork }
    guard equal || reader.has("station") else { return metrics }
    let index = reader.has("station") ? try reader.whole("station") : 0
    guard network.stations.indices.contains(index) else {
      throw .invalid(
        parameter: "station", value: "\(index)",
        expected: "a station from 0 to \(network.stations.count - 1)")
    }
    let queue = network.stations[index]
    metrics["throughput"] = { network.throughputs[index] }
    metrics["wq"] = { queue?.waitingTime ?? 0 }
    metrics["p_wait"] = { queue?.waitingProbability ?? 0 }
    metrics["l"] = { queue?.numberInSystem ?? 0 }
    metrics["utilization"] = { queue?.utilization ?? 0 }
    return metrics
  }

  private static func routedStations(
    _ reader: ParameterReader
  ) throws(ModelError) -> JacksonNetwork {
    for key in ["ext_each", "leave"] where reader.has(key) {
      throw .missing(parameter: "stations", model: "jackson with \(key)")
    }
    return try JacksonNetwork(
      externalRates: reader.numbers("ext"), routing: reader.matrix("routing"),
      servers: reader.wholes("c"), serviceRates: reader.numbers("mu"))
  }

  private static func equalStations(
    _ reader: ParameterReader
  ) throws(ModelError) -> JacksonNetwork {
    if reader.has("routing") {
      let routing = try reader.text("routing")
      guard routing.hasPrefix("uniform") else {
        throw .invalid(
          parameter: "routing", value: "\"\(routing)\"", expected: "uniform for equal stations")
      }
    }
    return try JacksonNetwork(
      stations: reader.whole("stations"), servers: reader.whole("c"),
      serviceRate: reader.number("mu"), externalRateEach: reader.number("ext_each"),
      leavingProbability: reader.number("leave"))
  }

  private static let finiteSource = TheoryModel(
    "finite_source", "M/M/c with a population of N sources",
    parameters: ["c", "N", "lambda_each", "mu"],
    metrics: ["l", "throughput", "wq", "utilization"]
  ) { reader throws(ModelError) in
    let queue = try FiniteSourceQueue(
      servers: reader.whole("c"), population: reader.whole("N"),
      arrivalRateEach: reader.number("lambda_each"), serviceRate: reader.number("mu"))
    var metrics = Metrics()
    metrics["l"] = { queue.numberInSystem }
    metrics["throughput"] = { queue.throughput }
    metrics["wq"] = { queue.waitingTime }
    metrics["utilization"] = { queue.utilization }
    return metrics
  }
}
