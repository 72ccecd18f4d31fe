import Queueing

/// The rows that one simulation answers: the same model with the same system.
struct VerificationGroup: Sendable {
  /// Names the system; the seed of its simulation comes from it.
  let key: String
  /// The places of the rows in the table.
  let rows: [Int]
  /// Or why there is no simulation.
  let experiment: Result<Experiment, NotSimulated>

  /// The groups of a table, in the order of their first rows.
  static func groups(_ rows: [TruthRow]) -> [VerificationGroup] {
    var places: [String: Int] = [:]
    var members: [(key: String, rows: [Int])] = []
    for (index, row) in rows.enumerated() {
      let key = key(of: row)
      if let place = places[key] {
        members[place].rows.append(index)
      } else {
        places[key] = members.count
        members.append((key, [index]))
      }
    }
    return members.map { member in
      VerificationGroup(
        key: member.key, rows: member.rows,
        experiment: experiment(member.rows.map { rows[$0] }))
    }
  }

  private static func key(of row: TruthRow) -> String {
    let family = ModelFamily.family(of: row.model)
    let asking = family?.asking ?? []
    let value = family?.usesValue == true ? " \(row.value)" : ""
    return "\(row.model) "
      + row.parameters.spelled(without: asking.union(TheoryParameters.comments)) + value
  }

  private static func experiment(_ rows: [TruthRow]) -> Result<Experiment, NotSimulated> {
    guard let family = ModelFamily.family(of: rows[0].model) else {
      return .failure(.closedFormOnly)
    }
    do {
      let experiment = try family.experiment(rows)
      let isAsked = experiment.questions.contains { $0 != nil }
      return isAsked ? .success(experiment) : .failure(.closedFormOnly)
    } catch {
      return .failure(NotSimulated(description: "not simulated: \(error)"))
    }
  }

  /// The seed of the group's simulation: another one for each system, in any table.
  func seed(_ seed: UInt64) -> UInt64 {
    var stream = RandomStream(seed: seed, name: "verify \(key)")
    return stream.next()
  }
}
