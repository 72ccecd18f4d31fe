import Experiments
import Foundation
import Queueing

extension TruthRow: CustomStringConvertible {
  public var description: String { "\(model) \(parameters.summary) \(metric)" }
}

/// Reads a table in the form of Assets/queueing_truth.csv from the package.
enum TheoryTable {
  static let packageRoot = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func rows(_ path: String) throws -> [TruthRow] {
    let text = try String(contentsOf: packageRoot.appending(path: path), encoding: .utf8)
    return try Experiments.TruthTable(parsing: text, file: path).rows
  }
}
