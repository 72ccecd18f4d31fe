import Foundation

extension VerificationReport {
  /// A table, a row each, and a summary of one line.
  package var text: String {
    let titles = [
      "model", "params", "metric", "tabulated", "closed form", "rel.err", "simulated", "±", "z",
      "verdict",
    ]
    let cells = [titles] + rows.map(cells)
    let widths = titles.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    let lines = cells.map { row in
      row.indices.map { column in
        let blanks = String(repeating: " ", count: widths[column] - row[column].count)
        let isLeft = column < 3 || column == titles.count - 1
        return isLeft ? row[column] + blanks : blanks + row[column]
      }.joined(separator: "  ").trimmingTrailingBlanks
    }
    return (lines + [summary]).joined(separator: "\n")
  }

  /// One line on all rows.
  package var summary: String {
    let out = outCount == 0 ? "none out" : "\(outCount) OUT"
    let left = rowCount - simulatedCount
    let done =
      replications.isComplete
      ? "" : " (\(replications.done) of \(replications.planned) replications in the time)"
    return "\(rowCount) rows, \(simulatedCount) simulated, \(left) not, \(out); "
      + "worst relative error \(Self.number(worstRelativeError, 2)) (limit "
      + "\(Self.number(Verification.tolerance, 1))), worst |z| "
      + "\(String(format: "%.2f", worstZ)) (limit \(String(format: "%.2f", threshold))); "
      + "seed \(seed), \(Self.number(events, 2)) events\(done), "
      + "\(String(format: "%.1f", seconds)) s"
  }

  private func cells(_ row: Row) -> [String] {
    let params = row.row.parameters.summary
    var cells = [
      row.row.model, params.count > 48 ? "\(params.prefix(47))…" : params, row.row.metric,
      row.row.spelledValue, Self.number(row.closedForm, 8), Self.number(row.relativeError, 2),
    ]
    if let (question, judgement) = row.judgement {
      // Where another quantity than the metric is simulated, the expected value is shown too.
      let expected = question.quantity == nil ? "" : " of \(Self.number(question.expected, 6))"
      cells.append(Self.number(judgement.estimate, 6) + expected)
      cells.append(Self.number(judgement.halfWidth, 2))
      cells.append(String(format: "%+.2f", judgement.z))
    } else {
      cells += ["–", "–", "–"]
    }
    return cells + [verdict(row)]
  }

  private static func number(_ value: Double, _ digits: Int) -> String {
    String(format: "%.\(digits)g", value)
  }
}

extension String {
  fileprivate var trimmingTrailingBlanks: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
