import Queueing

/// One row of a table of true values: what a metric of a model is for some parameters.
package struct TruthRow: Sendable {
  /// Where it stands in its file, counted from 1.
  package let line: Int
  package let model: String
  package let parameters: TheoryParameters
  package let metric: String
  package let value: Double
  /// The value as the table spells it.
  package let spelledValue: String

  package init(
    line: Int, model: String, parameters: TheoryParameters, metric: String, value: Double,
    spelledValue: String? = nil
  ) {
    self.line = line
    self.model = model
    self.parameters = parameters
    self.metric = metric
    self.value = value
    self.spelledValue = spelledValue ?? "\(value)"
  }

  /// The distance of an answer from the value, relative where that is not zero.
  package func relativeError(of answer: Double) -> Double {
    value == 0 ? abs(answer) : abs(answer / value - 1)
  }
}

extension TheoryParameters {
  /// Comments that any row may carry.
  static let comments: Set<String> = ["name", "note"]

  /// The parameters in one line, sorted by name, without comments: `c=2 lambda=1.5 mu=1`.
  package var summary: String { spelled(without: Self.comments) }

  /// The parameters in one line, sorted by name, without those named.
  func spelled(without left: Set<String>) -> String {
    values.filter { !left.contains($0.key) }.sorted { $0.key < $1.key }
      .map { "\($0.key)=\(Self.spelled($0.value))" }.joined(separator: " ")
  }

  private static func spelled(_ value: Value) -> String {
    switch value {
    case .number(let number):
      Int(exactly: number).map { abs($0) < 1 << 53 ? "\($0)" : "\(number)" } ?? "\(number)"
    case .text(let text): text
    case .list(let values): "[\(values.map(spelled).joined(separator: ","))]"
    }
  }
}
