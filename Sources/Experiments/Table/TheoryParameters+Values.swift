import Queueing

/// The parameters that a simulation needs, after the closed form has accepted them.
extension TheoryParameters {
  func has(_ key: String) -> Bool { values[key] != nil }

  func number(_ key: String) throws -> Double {
    guard case .number(let number) = values[key] else { throw missing(key, "a number") }
    return number
  }

  func whole(_ key: String) throws -> Int {
    guard let whole = Int(exactly: try number(key)) else { throw missing(key, "a whole number") }
    return whole
  }

  func text(_ key: String) throws -> String {
    guard case .text(let text) = values[key] else { throw missing(key, "a text") }
    return text
  }

  func list(_ key: String) throws -> [Value] {
    guard case .list(let values) = values[key] else { throw missing(key, "a list") }
    return values
  }

  func numbers(_ key: String) throws -> [Double] {
    try Self.numbers(.list(list(key))) ?? { throw missing(key, "a list of numbers") }()
  }

  func matrix(_ key: String) throws -> [[Double]] {
    try list(key).map { try Self.numbers($0) ?? { throw missing(key, "lists of numbers") }() }
  }

  private static func numbers(_ value: Value) -> [Double]? {
    guard case .list(let values) = value else { return nil }
    var result: [Double] = []
    for value in values {
      guard case .number(let number) = value else { return nil }
      result.append(number)
    }
    return result
  }

  private func missing(_ key: String, _ expected: String) -> NotSimulated {
    NotSimulated(description: "\(key) is not \(expected)")
  }
}
