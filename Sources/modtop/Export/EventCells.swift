import Dashboard
import Moderation
import Queueing

/// An event as named values, for exports.
///
/// The names and their order are stable; new ones come at the end.
struct EventCells {
  enum Column: Int, CaseIterable {
    case event, time, at, fact, signatory, kind, count, subject, policy, truth, origin
    case standingBefore, standingAfter, cause, flags, viewsSeen, viewsAhead, age, sinceFlag
    case queue, source, since, request, hoursBack, followsReport, answer, records, order
    case station, moderators, intervention, target, value
    /// What the row is data of; `origin` is where its subject came from.
    case dataOrigin

    /// The name in both formats.
    var name: String { MetricText.snakeCase("\(self)") }
  }

  enum Cell {
    case none
    case number(Int64)
    case real(Float)
    case flag(Bool)
    case text(String)
  }

  private(set) var cells = [Cell](repeating: .none, count: Column.allCases.count)
  private let facts: ScenarioFacts
  /// The names of the scenario, safe to show.
  private let signatories: [String]
  private let policies: [String]
  private let queues: [String]
  private let teams: [String]
  private let shocks: [String]

  init(_ facts: ScenarioFacts) {
    self.facts = facts
    signatories = facts.signatories.map { Sanitizer.clean($0.name) }
    policies = facts.policies.map { Sanitizer.clean($0.key) }
    queues = facts.queues.map { Sanitizer.clean($0.key) }
    teams = facts.teams.map { Sanitizer.clean($0.key) }
    shocks = facts.shocks.map { $0.kind.rawValue }
  }

  subscript(column: Column) -> Cell {
    get { cells[column.rawValue] }
    set { cells[column.rawValue] = newValue }
  }

  /// Takes the values of an event in the place of those of the one before.
  mutating func set(_ event: Event, number: Int) {
    for index in cells.indices { cells[index] = .none }
    self[.event] = .number(Int64(number))
    self[.dataOrigin] = .text("simulation")
    self[.time] = .number(event.time)
    self[.at] = .text(facts.clock.iso8601(at: event.time))
    self[.fact] = .text(event.fact.name.rawValue)
    if let subject = event.fact.subject { set(subject) }
    if let transition = event.fact.transition { set(transition) }
    switch event.fact {
    case .passed(let signatory, let kind, let count):
      self[.signatory] = .text(signatories[Int(signatory)])
      self[.kind] = .text(kind.name)
      self[.count] = .number(Int64(count))
    case .merged(_, let cause, let standing, let isValid):
      let flags: Transition.Flags = cause == .order ? .ordered : .none
      self[.flags] = .number(Int64(flags.with(isValid ? .validOrder : .none).rawValue))
      self[.cause] = .text(cause.name)
      self[.standingAfter] = .text(standing.name)
    case .queued(_, _, let placement), .claimed(_, let placement), .released(_, let placement),
      .decided(_, _, let placement), .withdrawn(_, _, let placement):
      set(placement)
    case .staffed(let station, let moderators), .resting(let station, let moderators):
      self[.station] = .number(Int64(station))
      self[.moderators] = .number(Int64(moderators))
    case .shockEnded(let shock): self[.target] = .text(shocks[Int(shock)])
    case .intervened(let intervention): set(intervention)
    case .requested(let request): set(request)
    case .answered(let request, let answer):
      set(request)
      set(answer)
    case .decryptionOrdered(let order): set(order)
    case .decryptionAnswered(let order, let answer):
      set(order)
      self[.answer] = .text("\(answer)")
    case .changed, .hashed, .unhashed, .reportedToAuthority: break
    }
  }

  // MARK: Parts

  private mutating func set(_ subject: Subject) {
    self[.subject] = .number(Int64(subject.id))
    self[.signatory] = .text(signatories[Int(subject.signatory)])
    self[.kind] = .text(subject.kind.name)
    self[.policy] = .text(policies[Int(subject.policy)])
    self[.truth] = .text("\(subject.truth)")
    self[.origin] = .text("\(subject.origin)")
  }

  private mutating func set(_ transition: Transition) {
    self[.standingBefore] = .text(transition.from.name)
    self[.standingAfter] = .text(transition.to.name)
    self[.cause] = .text(transition.cause.name)
    self[.flags] = .number(Int64(transition.flags.rawValue))
    self[.viewsSeen] = .real(transition.seen)
    self[.viewsAhead] = .real(transition.ahead)
    self[.age] = .number(Int64(transition.age))
    self[.sinceFlag] = .number(Int64(transition.sinceFlag))
  }

  private mutating func set(_ placement: Placement) {
    self[.queue] = .text(queues[Int(placement.queue)])
    self[.source] = .text(placement.source.name)
    self[.since] = .number(placement.since)
  }

  private mutating func set(_ request: InformationRequest) {
    self[.request] = .number(Int64(request.number))
    self[.signatory] = .text(signatories[Int(request.signatory)])
    self[.hoursBack] = .number(Int64(request.hoursBack))
    self[.followsReport] = .flag(request.followsReport)
  }

  private mutating func set(_ answer: InformationRequest.Answer) {
    switch answer {
    case .disclosed(let records):
      self[.answer] = .text("disclosed")
      self[.records] = .number(Int64(records))
    case .expired: self[.answer] = .text("expired")
    case .refused: self[.answer] = .text("refused")
    }
  }

  private mutating func set(_ order: DecryptionOrder) {
    self[.order] = .number(Int64(order.number))
    self[.signatory] = .text(signatories[Int(order.signatory)])
  }

  private mutating func set(_ intervention: Intervention) {
    switch intervention {
    case .shock(let shock): set("shock", shocks[Int(shock)])
    case .removeAt(let policy, let kind, let score):
      set("remove_at", policies[Int(policy)], .real(score), kind)
    case .reviewAt(let policy, let kind, let score):
      set("review_at", policies[Int(policy)], .real(score), kind)
    case .staffing(let team, let percent):
      set("staffing", teams[Int(team)], .number(Int64(percent)))
    case .discipline(let queue, let discipline):
      set("discipline", queues[Int(queue)], .text(discipline.name))
    case .target(let queue, let seconds):
      set("target", queues[Int(queue)], .number(Int64(seconds)))
    }
  }

  private mutating func set(
    _ intervention: String, _ target: String, _ value: Cell = .none, _ kind: SubjectKind? = nil
  ) {
    self[.intervention] = .text(intervention)
    self[.target] = .text(target)
    self[.value] = value
    if let kind { self[.kind] = .text(kind.name) }
  }
}
