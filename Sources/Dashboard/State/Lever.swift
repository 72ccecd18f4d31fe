import Moderation
import Queueing

/// Something of the regime that a user may change, with its present value.
struct Lever: Equatable {
  let title: String
  /// The value as people read it.
  let value: String
  /// The command that sets it, but for the value that the user writes.
  let line: String

  /// Thresholds by policy and kind, then teams, then queues.
  static func all(_ snapshot: Snapshot) -> [Lever] {
    thresholds(snapshot) + teams(snapshot) + queues(snapshot)
  }

  private static func thresholds(_ snapshot: Snapshot) -> [Lever] {
    snapshot.facts.policies.indices.flatMap { policy in
      SubjectKind.allCases.flatMap { kind -> [Lever] in
        guard let now = snapshot.thresholds[policy][kind.index] else { return [] }
        let facts = snapshot.facts.policies[policy]
        let title = "\(Sanitizer.clean(facts.name)), \(kind.plural.lowercased())"
        let (remove, review) = (Format.fixed(now.removeAt, 2), Format.fixed(now.reviewAt, 2))
        return [
          Lever(
            title: title, value: "removed from a score of \(remove)",
            line: "remove-at \(facts.key) \(kind.name) "),
          Lever(
            title: title, value: "reviewed from a score of \(review)",
            line: "review-at \(facts.key) \(kind.name) "),
        ]
      }
    }
  }

  private static func teams(_ snapshot: Snapshot) -> [Lever] {
    zip(snapshot.facts.teams, snapshot.staffing).map { team, percent in
      Lever(
        title: Sanitizer.clean(team.name), value: "\(percent) % of the scenario's moderators",
        line: "staff \(team.key) ")
    }
  }

  private static func queues(_ snapshot: Snapshot) -> [Lever] {
    snapshot.facts.queues.indices.flatMap { index in
      let facts = snapshot.facts.queues[index]
      let title = Sanitizer.clean(facts.name)
      let discipline = snapshot.disciplines[index]
      return [
        Lever(
          title: title, value: "\(discipline.label) first",
          line: "discipline \(facts.key) "),
        Lever(
          title: title, value: "target \(Format.target(snapshot.queues[index].target))",
          line: "target \(facts.key) "),
      ]
    }
  }
}
