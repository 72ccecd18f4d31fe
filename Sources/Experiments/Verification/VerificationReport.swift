/// What became of each row of a table.
package struct VerificationReport: Sendable {
  /// What a simulation says of a row.
  enum Finding: Sendable, Equatable {
    case judged(Question, Judgement)
    case none(NotSimulated)
  }

  /// A row, its closed form and its simulation.
  struct Row: Sendable {
    let row: TruthRow
    let closedForm: Double
    let simulation: Finding

    var relativeError: Double { row.relativeError(of: closedForm) }

    /// Whether the closed form disagrees, or gives no number.
    var isClosedFormOut: Bool { !(relativeError <= Verification.tolerance) }

    var judgement: (question: Question, judgement: Judgement)? {
      guard case .judged(let question, let judgement) = simulation else { return nil }
      return (question, judgement)
    }
  }

  /// How many replications were planned, and done before the time was over.
  struct Replications: Sendable, Equatable {
    let done: Int
    let planned: Int

    var isComplete: Bool { done == planned }
  }

  let file: String
  let rows: [Row]
  package let seed: UInt64
  /// The events that were planned with.
  package let events: Double
  let replications: Replications
  package let seconds: Double

  /// The rows that a simulation has judged.
  package var simulatedCount: Int { rows.count { $0.judgement != nil } }

  package var rowCount: Int { rows.count }

  /// The absolute z above which a row is out.
  ///
  /// By Bonferroni's bound over the rows simulated, however they depend on each other.
  package let threshold: Double

  init(
    file: String, rows: [Row], seed: UInt64, events: Double, replications: Replications,
    seconds: Double
  ) {
    self.file = file
    self.rows = rows
    self.seed = seed
    self.events = events
    self.replications = replications
    self.seconds = seconds
    let simulated = rows.count { $0.judgement != nil }
    threshold = Self.threshold(simulated)
  }

  func isSimulationOut(_ row: Row) -> Bool {
    row.judgement.map { abs($0.judgement.z) > threshold } ?? false
  }

  func isOut(_ row: Row) -> Bool { row.isClosedFormOut || isSimulationOut(row) }

  /// The number of rows that are out.
  package var outCount: Int { rows.count(where: isOut) }

  package var worstRelativeError: Double {
    rows.reduce(0) { $0 > $1.relativeError ? $0 : $1.relativeError }
  }

  /// The greatest absolute z.
  package var worstZ: Double {
    rows.reduce(0) { max($0, abs($1.judgement?.judgement.z ?? 0)) }
  }

  /// All z-scores, in the order of the rows.
  package var scores: [Double] { rows.compactMap { $0.judgement?.judgement.z } }

  /// One or two words on a row.
  func verdict(_ row: Row) -> String {
    switch (row.isClosedFormOut, isSimulationOut(row)) {
    case (true, true): return "OUT: both"
    case (true, false): return "OUT: closed form"
    case (false, true): return "OUT: simulation"
    case (false, false): break
    }
    if case .none(let reason) = row.simulation { return reason.description }
    return "ok"
  }

  /// What failed and how to have it again; nil when nothing did.
  package var failure: String? {
    if outCount == 0 { return nil }
    let closed = rows.count(where: \.isClosedFormOut)
    let simulated = rows.count(where: isSimulationOut)
    let first = rows.first(where: isOut).map { "\(file):\($0.row.line)" } ?? file
    let again = replications.isComplete ? "the same again" : "all that was planned"
    return "\(outCount) of \(rowCount) rows are out (\(closed) by closed form, \(simulated) by "
      + "simulation), the first is \(first); "
      + "to simulate \(again): --seed \(seed) --events \(Int(events))"
  }
}
