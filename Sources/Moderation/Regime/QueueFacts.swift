import Queueing

/// A queue of jobs for moderators, with the rule that says which jobs come into it.
package struct QueueFacts: Equatable, Sendable {
  /// The word by which scenario files know it, such as `terrorism-posts`.
  package let key: String
  package let name: String
  /// The jobs that the queue takes, unless one before it takes them.
  package let rule: RoutingRule
  package let discipline: QueueDiscipline
  /// The time from entering the queue within which a decision counts as on time.
  package let target: Graded<Microseconds>
  /// The index in `ScenarioFacts.teams` of the team that works on it.
  package let team: Int

  package init(
    key: String, name: String, rule: RoutingRule, discipline: QueueDiscipline,
    target: Graded<Microseconds>, team: Int
  ) {
    self.key = key
    self.name = name
    self.rule = rule
    self.discipline = discipline
    self.target = target
    self.team = team
  }
}

/// Which jobs a queue takes: those of any of these policies, kinds and sources.
package struct RoutingRule: Equatable, Sendable {
  /// Indices in `ScenarioFacts.policies`.
  package let policies: [Int]
  package let kinds: [SubjectKind]
  package let sources: [ReviewSource]

  package init(policies: [Int], kinds: [SubjectKind], sources: [ReviewSource]) {
    self.policies = policies
    self.kinds = kinds
    self.sources = sources
  }

  package func takes(policy: Int, kind: SubjectKind, source: ReviewSource) -> Bool {
    sources.contains(source) && kinds.contains(kind) && policies.contains(policy)
  }
}
