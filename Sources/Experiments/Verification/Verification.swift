import Queueing

/// Holds a table of true values against the closed forms and against simulations.
package struct Verification: Sendable {
  /// How much is simulated.
  package enum Effort: Sendable, Equatable {
    /// Wall time in all.
    case seconds(Double)
    /// Events in all, the same on every machine.
    case events(Double)
  }

  /// A closed form may be off by this share of the tabulated value: its last digits.
  package static let tolerance = 1e-6
  /// The probability with which a table without errors fails.
  package static let level = 0.01

  package let table: TruthTable
  package let seed: UInt64

  package init(_ table: TruthTable, seed: UInt64) {
    self.table = table
    self.seed = seed
  }

  /// Checks all rows.
  ///
  /// - Throws: ``TableError`` for a row whose parameters its closed form refuses.
  package func run(_ effort: Effort) throws(TableError) -> VerificationReport {
    let clock = ContinuousClock()
    let start = clock.now
    let answers = try closedForms()
    let groups = VerificationGroup.groups(table.rows)
    var isOver: @Sendable () -> Bool = { false }
    let events: Double
    switch effort {
    case .events(let count): events = count
    case .seconds(let seconds):
      let deadline = start + .seconds(seconds)
      isOver = { ContinuousClock().now >= deadline }
      let left = seconds - (clock.now - start).seconds
      events = SpeedTrial(groups, seed: seed).events(in: left, isOver: isOver)
    }
    let (findings, replications) = simulate(groups, events: events, isOver: isOver)
    var results: [VerificationReport.Row] = []
    for (index, row) in table.rows.enumerated() {
      results.append(
        VerificationReport.Row(row: row, closedForm: answers[index], simulation: findings[index]))
    }
    return VerificationReport(
      file: table.file, rows: results, seed: seed, events: events, replications: replications,
      seconds: (clock.now - start).seconds)
  }

  private func closedForms() throws(TableError) -> [Double] {
    var answers: [Double] = []
    for row in table.rows {
      do { answers.append(try Theory.value(of: row.metric, row.model, row.parameters)) } catch {
        throw TableError(file: table.file, line: row.line, problem: "params: \(error)")
      }
    }
    return answers
  }

  /// What the simulations say, one finding a row, and how many replications were done.
  private func simulate(
    _ groups: [VerificationGroup], events: Double, isOver: @escaping @Sendable () -> Bool
  ) -> ([VerificationReport.Finding], VerificationReport.Replications) {
    let experiments = groups.map { try? $0.experiment.get() }
    let plan = VerificationPlan(experiments, events: events)
    var jobs: [ReplicationRunner.Job] = []
    var places: [Int?] = []
    for (index, group) in groups.enumerated() {
      guard let experiment = experiments[index], let share = plan.shares[index] else {
        places.append(nil)
        continue
      }
      places.append(jobs.count)
      jobs.append(
        ReplicationRunner.Job(experiment: experiment, seed: group.seed(seed), share: share))
    }
    let outcomes = ReplicationRunner(isOver: isOver).run(jobs)
    var findings = table.rows.map { _ in VerificationReport.Finding.none(.closedFormOnly) }
    for (index, group) in groups.enumerated() {
      for (place, row) in group.rows.enumerated() {
        let units = plan.shares[index]?.units ?? 0
        findings[row] = finding(group, place, places[index].map { outcomes[$0] }, units: units)
      }
    }
    let done = outcomes.reduce(0) { $0 + ((try? $1.get().count) ?? 0) }
    let planned = jobs.reduce(0) { $0 + $1.share.replications }
    return (findings, VerificationReport.Replications(done: done, planned: planned))
  }

  private func finding(
    _ group: VerificationGroup, _ place: Int, _ outcome: ReplicationRunner.Outcome?,
    units: Double
  ) -> VerificationReport.Finding {
    do throws(NotSimulated) {
      guard let question = try group.experiment.get().questions[place] else {
        throw .closedFormOnly
      }
      guard let outcome else { throw Judgement.tooSlow }
      let readings = try outcome.get().compactMap { $0[place] }
      let total = units * Double(readings.count)
      return .judged(question, try Judgement.judge(question, readings, units: total))
    } catch {
      return .none(error)
    }
  }
}

extension Duration {
  /// The duration in seconds.
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}
