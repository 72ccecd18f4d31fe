/// Validation of model parameters: each check returns the value or throws what was wrong with it.
enum Check {
  /// The most servers, places or sources a closed form accepts: sums run over them.
  static let largestCount = 1_000_000

  static func positive(_ value: Double, _ parameter: String) throws(ModelError) -> Double {
    guard value > 0, value.isFinite else {
      throw .invalid(parameter: parameter, value: "\(value)", expected: "a positive number")
    }
    return value
  }

  static func notNegative(_ value: Double, _ parameter: String) throws(ModelError) -> Double {
    guard value >= 0, value.isFinite else {
      throw .invalid(parameter: parameter, value: "\(value)", expected: "a number of at least 0")
    }
    return value
  }

  static func probability(_ value: Double, _ parameter: String) throws(ModelError) -> Double {
    guard value >= 0, value <= 1 else {
      throw .invalid(
        parameter: parameter, value: "\(value)", expected: "a probability between 0 and 1")
    }
    return value
  }

  static func insideUnitInterval(
    _ value: Double, _ parameter: String
  ) throws(ModelError) -> Double {
    guard value > 0, value < 1 else {
      throw .invalid(
        parameter: parameter, value: "\(value)", expected: "a number above 0 and below 1")
    }
    return value
  }

  static func count(
    _ value: Int, _ parameter: String, from least: Int = 1, to most: Int = largestCount
  ) throws(ModelError) -> Int {
    guard value >= least, value <= most else {
      throw .invalid(
        parameter: parameter, value: "\(value)", expected: "a whole number from \(least) to \(most)"
      )
    }
    return value
  }

  /// The utilization, when it is below one.
  static func stable(
    utilization: Double, _ parameter: String
  ) throws(ModelError) -> Double {
    guard utilization < 1 else {
      throw .unstable(parameter: parameter, utilization: utilization)
    }
    return utilization
  }

  static func rates(
    _ values: [Double], _ parameter: String, zeroAllowed: Bool = false
  ) throws(ModelError) -> [Double] {
    guard !values.isEmpty else {
      throw .invalid(parameter: parameter, value: "nothing", expected: "at least one number")
    }
    for (index, value) in values.enumerated() {
      let name = "\(parameter)[\(index)]"
      _ = zeroAllowed ? try notNegative(value, name) : try positive(value, name)
    }
    return values
  }

  static func sameCount(
    _ count: Int, _ parameter: String, as other: Int, _ otherParameter: String
  ) throws(ModelError) {
    guard count == other else {
      throw .invalid(
        parameter: parameter, value: "\(count) entries",
        expected: "\(other) as in \(otherParameter)")
    }
  }

  /// Probabilities that add up to one.
  static func distribution(
    _ values: [Double], _ parameter: String
  ) throws(ModelError) -> [Double] {
    for (index, value) in values.enumerated() {
      _ = try probability(value, "\(parameter)[\(index)]")
    }
    let sum = values.reduce(0, +)
    guard abs(sum - 1) <= 1e-9 else {
      throw .invalid(
        parameter: parameter, value: "probabilities that add up to \(sum)", expected: "1")
    }
    return values
  }

  /// Exit probabilities of one station: they may leave a rest, with which a customer departs.
  static func routingRow(
    _ values: [Double], _ parameter: String
  ) throws(ModelError) -> [Double] {
    for (index, value) in values.enumerated() {
      _ = try probability(value, "\(parameter)[\(index)]")
    }
    let sum = values.reduce(0, +)
    guard sum <= 1 + 1e-9 else {
      throw .invalid(
        parameter: parameter, value: "probabilities that add up to \(sum)", expected: "at most 1")
    }
    return values
  }
}
