import Experiments
import Foundation
import Queueing
import Testing

@Suite struct TheoryTruthTests {
  /// The relative error a model may have: the digits of the table's value leave no less.
  private func tolerance(_ model: String) -> Double {
    model.hasSuffix("_transient") || model == "mt_mmc" ? 1e-7 : 1e-8
  }

  private func check(_ rows: [TruthRow], tolerance: (String) -> Double) throws {
    var worst: [String: Double] = [:]
    for row in rows {
      let answer = try Theory.value(of: row.metric, row.model, row.parameters)
      let error = row.relativeError(of: answer)
      #expect(error <= tolerance(row.model), "\(row): \(answer), expected \(row.value)")
      worst[row.model] = max(worst[row.model] ?? 0, error)
    }
    if ProcessInfo.processInfo.environment["THEORY_REPORT"] != nil {
      for (model, error) in worst.sorted(by: { $0.key < $1.key }) { print(model, error) }
    }
  }

  @Test func everyRowOfTheShippedTableIsReproduced() throws {
    let rows = try TheoryTable.rows("Assets/queueing_truth.csv")
    #expect(rows.count == 280)
    try check(rows, tolerance: tolerance)
  }

  @Test func extremeParametersAgreeWithHighPrecision() throws {
    let rows = try TheoryTable.rows("Tests/QueueingTests/Fixtures/theory_extremes.csv")
    #expect(rows.count > 50)
    try check(rows) { _ in 1e-9 }
  }

  @Test func evaluatingAllMetricsAgreesWithAskingForOne() throws {
    for row in try TheoryTable.rows("Assets/queueing_truth.csv") {
      let all = try Theory.evaluate(row.model, row.parameters)
      let answer = try Theory.value(of: row.metric, row.model, row.parameters)
      #expect(all.contains { $0.metric == row.metric && $0.value == answer }, "\(row)")
    }
  }
}
