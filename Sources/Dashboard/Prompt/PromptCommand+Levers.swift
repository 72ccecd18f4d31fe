import Moderation
import Queueing

/// The commands that change the regime.
extension PromptCommand {
  static let levers: [PromptCommand] = [
    threshold("remove-at", "the score from which on subjects are removed at once") {
      .removeAt(policy: $0, kind: $1, score: $2)
    },
    threshold("review-at", "the score from which on they wait for a moderator") {
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
      candidates: { place, facts in place == 0 ? facts.shocks.map(\.kind.rawValue) : [] }
    ) { words, snapshot throws(Fault) in
      guard words.count == 1 else { throw Fault("shock: expected the name of a shock") }
      let shock = try index(words[0], "shock", snapshot.facts.shocks.map(\.kind.rawValue))
      if let refusal = ShockState(Int(shock), in: snapshot).refusal {
        throw Fault("cannot begin: \(refusal)")
      }
      return .intervene(.shock(shock))
    },
  ]

  private static func threshold(
    _ name: String, _ summary: String,
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
      let (policy, kind, score) = try threshold(words, name, snapshot.facts)
      return .intervene(intervention(policy, kind, score))
    }
  }

  private static func threshold(
    _ words: [String], _ name: String, _ facts: ScenarioFacts
  ) throws(Fault) -> (UInt8, SubjectKind, Float) {
    guard words.count == 3, let score = Float(words[2]), (-20...20).contains(score),
      let kind = SubjectKind.allCases.first(where: { $0.name == words[1] })
    else {
      throw Fault("\(name): expected a policy, post, video or account, and a score such as 4.5")
    }
    let policy = try index(words[0], "policy", facts.policies.map(\.key))
    guard facts.policies[Int(policy)].thresholds[kind.index] != nil else {
      throw Fault("\(name): no \(kind.name) is screened under \(Sanitizer.clean(words[0]))")
    }
    return (policy, kind, score)
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
