import Moderation
import Queueing

/// The commands that change the regime.
extension PromptCommand {
  static let levers: [PromptCommand] = [
    threshold(
      "remove-at", "the score from which on subjects are removed at once",
      limits: { ($0.reviewAt, .infinity) }
    ) {
      .removeAt(policy: $0, kind: $1, score: $2)
    },
    threshold(
      "review-at", "the score from which on they wait for a moderator",
      limits: { ($0.least, $0.removeAt) }
    ) {
      .reviewAt(policy: $0, kind: $1, score: $2)
    },
    PromptCommand(
      "staff", "TEAM PERCENT", "how many of its moderators a team has, in percent",
      candidates: { place, facts in place == 0 ? facts.teams.map(\.key) : [] }
    ) { words, snapshot throws(Fault) in
      guard words.count == 2, let percent = UInt16(words[1].filter { $0 != "%" }),
        percent <= Intervention.greatestStaffing
      else {
        throw Fault(
          "staff: expected a team and a percentage up to \(Intervention.greatestStaffing)")
      }
      let team = try index(words[0], "team", snapshot.facts.teams.map(\.key))
      return .intervene(.staffing(team: team, percent: percent))
    },
    PromptCommand(
      "discipline", "QUEUE ORDER", "which jobs of a queue come first",
      candidates: { place, facts in
        place == 0
          ? facts.queues.map(\.key) : place == 1 ? QueueDiscipline.allCases.map(\.name) : []
      }
    ) { words, snapshot throws(Fault) in
      let names = QueueDiscipline.allCases.map(\.name)
      guard words.count == 2,
        let discipline = QueueDiscipline.allCases.first(where: {
          $0.name == words[1]
        })
      else { throw Fault("discipline: expected a queue and \(names.joined(separator: ", "))") }
      let queue = try index(words[0], "queue", snapshot.facts.queues.map(\.key))
      return .intervene(.discipline(queue: queue, discipline))
    },
    PromptCommand(
      "target", "QUEUE TIME", "within which time a decision of a queue counts as on time",
      candidates: { place, facts in place == 0 ? facts.queues.map(\.key) : [] }
    ) { words, snapshot throws(Fault) in
      guard words.count == 2, let seconds = seconds(words[1]) else {
        throw Fault("target: expected a queue and a time such as 90m, 24h or 3d")
      }
      let queue = try index(words[0], "queue", snapshot.facts.queues.map(\.key))
      return .intervene(.target(queue: queue, seconds: seconds))
    },
    PromptCommand(
      "shock", "NAME", "begin a shock of the scenario",
      candidates: { place, facts in place == 0 ? facts.shockNames : [] }
    ) { words, snapshot throws(Fault) in
      guard words.count == 1 else { throw Fault("shock: expected the name of a shock") }
      let shock = try index(words[0], "shock", snapshot.facts.shockNames)
      if let refusal = ShockState(Int(shock), in: snapshot).refusal {
        throw Fault("cannot begin: \(refusal)")
      }
      return .intervene(.shock(shock))
    },
  ]

  /// - Parameter limits: between which values of the others it may be set.
  private static func threshold(
    _ name: String, _ summary: String,
    limits: @escaping @Sendable (Thresholds) -> (Double, Double),
    _ intervention: @escaping @Sendable (UInt8, SubjectKind, Float) -> Intervention
  ) -> PromptCommand {
    PromptCommand(
      name, "POLICY KIND SCORE", summary,
      candidates: { place, facts in
        switch place {
        case 0: facts.policies.map(\.key)
        case 1: SubjectKind.allCases.map(\.name)
        default: []
        }
      }
    ) { words, snapshot throws(Fault) in
      guard words.count == 3, let score = Float(words[2]), (-20...20).contains(score),
        let kind = SubjectKind.allCases.first(where: { $0.name == words[1] })
      else {
        throw Fault("\(name): expected a policy, post, video or account, and a score such as 4.5")
      }
      let policy = try index(words[0], "policy", snapshot.facts.policies.map(\.key))
      guard let now = snapshot.thresholds[Int(policy)][kind.index] else {
        throw Fault("\(name): no \(kind.name) is screened under \(Sanitizer.clean(words[0]))")
      }
      let (low, high) = limits(now)
      // An event holds fewer digits than a scenario.
      guard score >= Float(low), score <= Float(high) else {
        throw Fault("\(name): \(words[2]) \(conflict(of: Double(score), with: now))")
      }
      return .intervene(intervention(policy, kind, score))
    }
  }

  /// What stands against a score, and the values in force, whose order has to be kept.
  private static func conflict(of score: Double, with now: Thresholds) -> String {
    func text(_ score: Double) -> String { Format.fixed(score, 2) }
    let opponent =
      score < now.least
      ? "lies below candidate_at, \(text(now.least))"
      : score < now.reviewAt
        ? "lies below review-at, \(text(now.reviewAt)) now"
        : "lies above remove-at, \(text(now.removeAt)) now"
    return "\(opponent); expected candidate_at ≤ review-at ≤ remove-at, which are "
      + "\(text(now.least)), \(text(now.reviewAt)) and \(text(now.removeAt))"
  }

  private static func index(
    _ word: String, _ what: String, _ keys: [String]
  ) throws(Fault) -> UInt8 {
    guard let index = keys.firstIndex(of: word) else {
      let names = keys.map(Sanitizer.clean).joined(separator: ", ")
      throw Fault("no \(what) \(Sanitizer.clean(word)); there are \(names)")
    }
    return UInt8(index)
  }

  private static func seconds(_ word: String) -> UInt32? {
    guard
      case .by(let time)? = SeekTarget(
        parsing: "+\(word)",
        clock: ScenarioClock(startDate: CivilDate(daysSinceEpoch: 0), utcOffsetMinutes: 0)),
      time > 0
    else { return nil }
    return UInt32(exactly: time / TimeUnit.second)
  }
}
