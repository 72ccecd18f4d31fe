/// The keys are stable.
extension VerificationReport: Encodable {
  private enum Key: String, CodingKey {
    case table, rows, seed, events, seconds
    case replicationsDone = "replications_done"
    case replicationsPlanned = "replications_planned"
    case rowCount = "row_count"
    case simulatedCount = "simulated_count"
    case outCount = "out_count"
    case worstRelativeError = "worst_relative_error"
    case worstZ = "worst_z"
    case threshold = "z_limit"
    case tolerance = "relative_error_limit"
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(file, forKey: .table)
    try container.encode(seed, forKey: .seed)
    try container.encode(events, forKey: .events)
    try container.encode(seconds, forKey: .seconds)
    try container.encode(replications.done, forKey: .replicationsDone)
    try container.encode(replications.planned, forKey: .replicationsPlanned)
    try container.encode(rowCount, forKey: .rowCount)
    try container.encode(simulatedCount, forKey: .simulatedCount)
    try container.encode(outCount, forKey: .outCount)
    try container.encode(worstRelativeError, forKey: .worstRelativeError)
    try container.encode(worstZ, forKey: .worstZ)
    try container.encode(threshold, forKey: .threshold)
    try container.encode(Verification.tolerance, forKey: .tolerance)
    try container.encode(rows.map { Entry($0, in: self) }, forKey: .rows)
  }

  /// A row as programs read it; what was not simulated has no such keys.
  private struct Entry: Encodable {
    let line: Int
    let model: String
    let params: String
    let metric: String
    let tabulated: Double
    let closedForm: Double
    let relativeError: Double
    let simulated: Double?
    let halfWidth: Double?
    let simulatedQuantity: String?
    let expected: Double?
    let z: Double?
    let verdict: String
    let isOut: Bool

    init(_ row: Row, in report: VerificationReport) {
      let (question, judgement) = (row.judgement?.question, row.judgement?.judgement)
      line = row.row.line
      model = row.row.model
      params = row.row.parameters.summary
      metric = row.row.metric
      tabulated = row.row.value
      closedForm = row.closedForm
      relativeError = row.relativeError
      simulated = judgement?.estimate
      halfWidth = judgement?.halfWidth
      simulatedQuantity = question?.quantity
      expected = question?.expected
      z = judgement?.z
      verdict = report.verdict(row)
      isOut = report.isOut(row)
    }

    private enum CodingKeys: String, CodingKey {
      case line, model, params, metric, tabulated, simulated, expected, z, verdict
      case closedForm = "closed_form"
      case relativeError = "relative_error"
      case halfWidth = "half_width"
      case simulatedQuantity = "simulated_quantity"
      case isOut = "out"
    }
  }
}
