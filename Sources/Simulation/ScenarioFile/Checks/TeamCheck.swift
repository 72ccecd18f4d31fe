import Moderation

/// Finds out which team works on each queue, and whether one decides on its own decisions.
struct TeamCheck {
  let queues: QueuesSection
  let teams: TeamsSection

  /// The team of each queue.
  func teamsOfQueues() throws(ScenarioError) -> [Int] {
    var teamOf: [Int?] = Array(repeating: nil, count: queues.queues.count)
    for (team, parameters) in teams.parameters.enumerated() {
      for queue in parameters.queues {
        if let other = teamOf[queue] {
          throw teams.nodes[team].error(
            "the team \(teams.facts[other].key) works on \(queues.keys[queue]) already")
        }
        teamOf[queue] = team
      }
      try checkStages(of: team)
    }
    var result: [Int] = []
    for (queue, team) in teamOf.enumerated() {
      guard let team else { throw queues.queues[queue].node.error("no team works on it") }
      result.append(team)
    }
    return result
  }

  /// A stage of review; each decides on what the ones before decided.
  private enum Stage: String {
    case first = "first reviews"
    case escalation = "escalations"
    case second = "second reviews"
    case appeal = "appeals"

    init(_ source: ReviewSource) {
      self =
        switch source {
        case .screening, .report, .trustedReport, .order: .first
        case .escalation: .escalation
        case .secondReview: .second
        case .appeal: .appeal
        }
    }
  }

  private func checkStages(of team: Int) throws(ScenarioError) {
    var first: Stage?
    for queue in teams.parameters[team].queues {
      for source in queues.queues[queue].rule.sources {
        let stage = Stage(source)
        guard stage != first else { continue }
        if let first {
          throw teams.nodes[team].error(
            "works on \(first.rawValue) and on \(stage.rawValue):"
              + " nobody may decide on his own team's decisions")
        }
        first = stage
      }
    }
  }
}
