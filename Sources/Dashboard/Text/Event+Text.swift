import Moderation
import Queueing

extension Event {
  /// What happened, in a line.
  func text(_ facts: ScenarioFacts) -> String {
    let clock = facts.clock
    let seconds = Int(clock.timeOfDay(at: time) / TimeUnit.second) % 60
    let padded = seconds < 10 ? "0\(seconds)" : "\(seconds)"
    return "\(clock.timeText(at: time)):\(padded) \(fact.text(facts))"
  }
}

extension Fact {
  /// What happened, without the time.
  fileprivate func text(_ facts: ScenarioFacts) -> String {
    switch self {
    case .passed(let signatory, let kind, let count):
      return "\(Format.count(Int(count))) \(kind.plural.lowercased()) passed unnoticed at "
        + Self.signatory(Int(signatory), facts)
    case .staffed(let station, let moderators):
      return "\(moderators) on duty: \(Self.station(station, facts))"
    case .resting(let station, let moderators):
      return "\(moderators) on a break: \(Self.station(station, facts))"
    case .shockEnded(let shock): return "over: \(facts.shocks[Int(shock)].kind.label)"
    case .intervened(let intervention): return intervention.text(facts)
    case .requested(let request):
      return "request for login records at \(Self.signatory(Int(request.signatory), facts))"
    case .answered(let request, let answer):
      return "request \(answer.word) at \(Self.signatory(Int(request.signatory), facts))"
    case .decryptionOrdered(let order):
      return "order to decrypt at \(Self.signatory(Int(order.signatory), facts))"
    case .decryptionAnswered(let order, let answer):
      return "order to decrypt \(answer) at \(Self.signatory(Int(order.signatory), facts))"
    case .changed, .queued, .merged, .claimed, .released, .decided, .withdrawn, .hashed,
      .unhashed, .reportedToAuthority:
      return subjectText(facts)
    }
  }

  private func subjectText(_ facts: ScenarioFacts) -> String {
    guard let subject else { return name.rawValue }
    var text = name.rawValue.split(separator: "_").joined(separator: " ")
    // What came of it first: a narrow screen cuts the rest.
    if let transition, transition.from != transition.to {
      text += " → \(transition.to.name) (\(transition.cause.label.lowercased()))"
    }
    text +=
      ": \(subject.truth) \(subject.kind.name) at "
      + Self.signatory(Int(subject.signatory), facts)
    if let placement {
      text += ", \(Sanitizer.clean(facts.queues[Int(placement.queue)].name))"
    }
    return text + ", no. \(subject.id)"
  }

  private static func signatory(_ index: Int, _ facts: ScenarioFacts) -> String {
    Sanitizer.clean(facts.signatories[index].name)
  }

  private static func station(_ station: UInt16, _ facts: ScenarioFacts) -> String {
    let team = facts.team(at: Int(station))
    let name = Sanitizer.clean(facts.teams[team].name)
    guard !facts.teams[team].isShared else { return name }
    return "\(name) of \(signatory(Int(station) - facts.stations(of: team).lowerBound, facts))"
  }
}

extension InformationRequest.Answer {
  fileprivate var word: String {
    switch self {
    case .disclosed(let records): "answered with \(records) records"
    case .expired: "came too late"
    case .refused: "refused"
    }
  }
}
