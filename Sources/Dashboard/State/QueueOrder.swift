import Moderation

/// The order in which queues are shown.
enum QueueOrder {
  /// The queues by their team, each team's in the order of the scenario: what competes for
  /// the same moderators stands together.
  static func places(_ facts: ScenarioFacts) -> [Int] {
    facts.queues.indices.sorted { left, right in
      (facts.queues[left].team, left) < (facts.queues[right].team, right)
    }
  }
}
