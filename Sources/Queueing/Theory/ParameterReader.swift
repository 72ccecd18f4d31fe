/// Reads the parameters of one model, with errors that name the key.
struct ParameterReader {
  let model: String
  let parameters: TheoryParameters

  typealias Value = TheoryParameters.Value

  func has(_ key: String) -> Bool { parameters.values[key] != nil }

  private func value(_ key: String) throws(ModelError) -> Value {
    guard let value = parameters.values[key] else {
      throw .missing(parameter: key, model: model)
    }
    return value
  }

  private func wrong(_ key: String, _ value: Value, _ expected: String) -> ModelError {
    .invalid(parameter: key, value: value.spelled, expected: expected)
  }

  private func number(_ value: Value, _ key: String) throws(ModelError) -> Double {
    guard case .number(let number) = value else { throw wrong(key, value, "a number") }
    return number
  }

  private func whole(_ value: Value, _ key: String) throws(ModelError) -> Int {
    guard case .number(let number) = value, let whole = Int(exactly: number) else {
      throw wrong(key, value, "a whole number")
    }
    return whole
  }

  private func list(_ value: Value, _ key: String) throws(ModelError) -> [Value] {
    guard case .list(let values) = value else { throw wrong(key, value, "a list") }
    return values
  }

  private func numbers(_ value: Value, _ key: String) throws(ModelError) -> [Double] {
    var result: [Double] = []
    for (index, element) in try list(value, key).enumerated() {
      result.append(try number(element, "\(key)[\(index)]"))
    }
    return result
  }

  func number(_ key: String) throws(ModelError) -> Double { try number(try value(key), key) }

  func whole(_ key: String) throws(ModelError) -> Int { try whole(try value(key), key) }

  func text(_ key: String) throws(ModelError) -> String {
    let value = try value(key)
    guard case .text(let text) = value else { throw wrong(key, value, "a text") }
    return text
  }

  func numbers(_ key: String) throws(ModelError) -> [Double] { try numbers(try value(key), key) }

  func wholes(_ key: String) throws(ModelError) -> [Int] {
    var result: [Int] = []
    for (index, element) in try list(try value(key), key).enumerated() {
      result.append(try whole(element, "\(key)[\(index)]"))
    }
    return result
  }

  func matrix(_ key: String) throws(ModelError) -> [[Double]] {
    var result: [[Double]] = []
    for (index, element) in try list(try value(key), key).enumerated() {
      result.append(try numbers(element, "\(key)[\(index)]"))
    }
    return result
  }

  /// Checks the comment on how a transient starts, where it is given.
  func start(_ expected: String) throws(ModelError) {
    guard has("start") else { return }
    let start = try text("start")
    guard start == expected else { throw wrong("start", .text(start), "\"\(expected)\"") }
  }
}

// Parameters that take more than one shape.
extension ParameterReader {
  /// The service time of `mg1`.
  func service() throws(ModelError) -> ServiceLaw {
    let name = try text("service")
    switch name {
    case "deterministic": return .deterministic(try number("d"))
    case "exponential": return .exponential(mean: try number("mean"))
    case "erlang": return .erlang(stages: try whole("k"), mean: try number("mean"))
    case "uniform": return .uniform(low: try number("lo"), high: try number("hi"))
    case "lognormal": return .lognormal(mean: try number("mean"), scv: try number("scv"))
    case "gamma": return .gamma(mean: try number("mean"), scv: try number("scv"))
    case "hyperexp":
      return .hyperexponential(probabilities: try numbers("p"), rates: try numbers("rates"))
    default:
      throw wrong(
        "service", .text(name),
        "deterministic, exponential, erlang, uniform, lognormal, gamma or hyperexp")
    }
  }

  /// The times between arrivals of `gim1`.
  func arrivals() throws(ModelError) -> ArrivalLaw {
    let name = try text("arrivals")
    switch name {
    case "deterministic": return .deterministic(rate: try number("lambda"))
    case "poisson": return .poisson(rate: try number("lambda"))
    case "erlang": return .erlang(stages: try whole("k"), rate: try number("lambda"))
    case "hyperexp":
      let law = try ArrivalLaw.hyperexponential(
        probabilities: try numbers("p"), rates: try numbers("rates")
      ).validated()
      if has("lambda") {
        let rate = try number("lambda")
        guard abs(rate - law.rate) <= 1e-6 * law.rate else {
          throw wrong("lambda", .number(rate), "\(law.rate), the rate that p and rates make")
        }
      }
      return law
    default:
      throw wrong("arrivals", .text(name), "deterministic, poisson, erlang or hyperexp")
    }
  }

  /// The classes of `priority_np_mg1`: [rate, mean, "det", "exp" or "erlang4"] each.
  func priorityClasses() throws(ModelError) -> [PriorityClass] {
    var result: [PriorityClass] = []
    for (index, element) in try list(try value("classes"), "classes").enumerated() {
      let key = "classes[\(index)]"
      let parts = try list(element, key)
      guard parts.count == 3, case .text(let name) = parts[2] else {
        throw wrong(key, element, "[rate, mean, service]")
      }
      let rate = try number(parts[0], "\(key)[0]")
      let mean = try Check.positive(try number(parts[1], "\(key)[1]"), "\(key)[1]")
      let service: ServiceLaw
      if name == "det" {
        service = .deterministic(mean)
      } else if name == "exp" {
        service = .exponential(mean: mean)
      } else if name.hasPrefix("erlang"), let stages = Int(name.dropFirst(6)) {
        service = .erlang(stages: try Check.count(stages, "\(key)[2]"), mean: mean)
      } else {
        throw wrong("\(key)[2]", parts[2], "det, exp or erlang with its number of stages")
      }
      result.append(PriorityClass(arrivalRate: rate, service: service))
    }
    return result
  }

  /// The blocks of `mt_mmc`: [rate, duration] each.
  func rateBlocks() throws(ModelError) -> [RateBlock] {
    var result: [RateBlock] = []
    for (index, pair) in try matrix("blocks").enumerated() {
      guard pair.count == 2 else {
        throw wrong(
          "blocks[\(index)]", .list(pair.map { .number($0) }), "[rate, duration]")
      }
      result.append(RateBlock(arrivalRate: pair[0], duration: pair[1]))
    }
    return result
  }
}
