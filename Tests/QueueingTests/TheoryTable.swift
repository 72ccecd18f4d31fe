import Foundation
import Queueing

/// One row of a table of true values: model, parameters, metric, value.
struct TheoryRow: CustomStringConvertible {
  let model: String
  let json: String
  let metric: String
  let value: Double

  var description: String { "\(model) \(json) \(metric)" }

  func parameters() throws -> TheoryParameters {
    try TheoryParameters(json: json)
  }

  /// The distance from the true value, relative where that is not zero.
  func relativeError(of answer: Double) -> Double {
    value == 0 ? abs(answer) : abs(answer / value - 1)
  }
}

extension TheoryParameters {
  init(json: String) throws {
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8))
    guard let dictionary = object as? [String: Any] else { throw TableError.notAnObject(json) }
    self.init(try dictionary.mapValues { try Self.value($0) })
  }

  private static func value(_ any: Any) throws -> Value {
    switch any {
    case let text as String: .text(text)
    case let number as NSNumber: .number(number.doubleValue)
    case let list as [Any]: .list(try list.map { try value($0) })
    default: throw TableError.notAnObject("\(any)")
    }
  }
}

enum TableError: Error {
  case notAnObject(String)
  case badRow(String)
}

/// Reads a table in the form of Assets/queueing_truth.csv; lines with # are comments.
enum TheoryTable {
  static let packageRoot = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func rows(_ path: String) throws -> [TheoryRow] {
    let text = try String(contentsOf: packageRoot.appending(path: path), encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }
    return try lines.dropFirst().map { try row(String($0)) }
  }

  private static func row(_ line: String) throws -> TheoryRow {
    guard let open = line.firstIndex(of: "\""), let close = line.lastIndex(of: "\""), open < close
    else { throw TableError.badRow(line) }
    let json = line[line.index(after: open)..<close].replacingOccurrences(of: "\"\"", with: "\"")
    let tail = line[close...].split(separator: ",")
    guard tail.count == 3, let value = Double(tail[2]) else { throw TableError.badRow(line) }
    return TheoryRow(
      model: String(line[..<open].dropLast()), json: json, metric: String(tail[1]), value: value)
  }
}
