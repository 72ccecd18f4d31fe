import Foundation

/// Rows of a table of exact values: model, parameters, metric, value.
struct TruthTable {
  struct Row {
    let model: String
    let parameters: [String: Any]
    let text: String
    let metric: String
    let value: Double

    func number(_ name: String) -> Double { (parameters[name] as? NSNumber)?.doubleValue ?? .nan }
    func count(_ name: String) -> Int { (parameters[name] as? NSNumber)?.intValue ?? -1 }
    func numbers(_ name: String) -> [Double] {
      (parameters[name] as? [NSNumber] ?? []).map(\.doubleValue)
    }
    func rows(_ name: String) -> [[Double]] {
      (parameters[name] as? [[NSNumber]] ?? []).map { $0.map(\.doubleValue) }
    }
  }

  let rows: [Row]

  /// The table beside the repository, where there is one.
  static let url = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../shared/data/queueing_truth.csv").standardized

  static var isPresent: Bool { FileManager.default.fileExists(atPath: url.path) }

  init() throws {
    let lines = try String(contentsOf: Self.url, encoding: .utf8).split(whereSeparator: \.isNewline)
    rows = try lines.dropFirst().compactMap { line in
      let fields = Self.fields(line)
      guard fields.count == 4, let value = Double(fields[3]) else { return nil }
      let object = try JSONSerialization.jsonObject(with: Data(fields[1].utf8))
      return Row(
        model: fields[0], parameters: object as? [String: Any] ?? [:], text: fields[1],
        metric: fields[2], value: value)
    }
  }

  /// The fields of a line; inside quotes a quote is doubled.
  private static func fields(_ line: Substring) -> [String] {
    var fields = [""]
    var isQuoted = false
    var previous: Character?
    for character in line where character != "\r" {
      if character == "\"" {
        if !isQuoted && previous == "\"" { fields[fields.count - 1].append(character) }
        isQuoted.toggle()
      } else if character == "," && !isQuoted {
        fields.append("")
      } else {
        fields[fields.count - 1].append(character)
      }
      previous = character
    }
    return fields
  }
}
