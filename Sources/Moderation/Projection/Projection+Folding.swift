import Queueing

/// What each fact changes.
extension Projection {
  mutating func fold(_ fact: Fact) {
    switch fact {
    case .passed(let signatory, let kind, let count):
      cells.pass(signatory: Int(signatory), kind: kind, count: Int(count), at: now)
    case .changed(let subject, let transition):
      cells.move(subject, transition, at: now)
      noteAction(subject, transition, byModerator: false)
    case .queued(let subject, let transition, let placement):
      cells.queue(subject, transition, placement, at: now)
      queues.enter(subject, placement)
    case .merged(let subject, let cause, let standing, let isValid):
      cells.merge(subject, cause, standing, isValid: isValid)
    case .claimed(let subject, let placement):
      queues.claim(subject, placement, at: now)
      workforce.claim(subject, placement, at: now)
    case .released(let subject, let placement):
      queues.release(subject, placement)
      workforce.finish(subject, placement, isDecided: false, at: now)
      cells.count(.lapsedClaims, of: subject)
    case .decided(let subject, let transition, let placement):
      decide(subject, transition, placement)
    case .withdrawn(let subject, let transition, let placement):
      cells.withdraw(subject, transition, at: now)
      queues.withdraw(subject, placement, at: now)
    case .hashed(let subject): cells.hash(subject)
    case .unhashed(let subject): cells.count(.hashesUndone, of: subject)
    case .reportedToAuthority(let subject):
      cells.reportToAuthority(subject)
      authority.report(subject.signatory)
    case .requested, .answered, .decryptionOrdered, .decryptionAnswered:
      foldAuthority(fact)
    case .staffed(let station, let moderators):
      workforce.setOnDuty(moderators, station: station, at: now)
    case .resting(let station, let moderators):
      workforce.setResting(moderators, station: station, at: now)
    case .shockEnded(let shock): regime.endShock(shock)
    case .intervened(let intervention): intervene(intervention)
    }
  }

  private mutating func foldAuthority(_ fact: Fact) {
    switch fact {
    case .requested(let request): authority.note(request)
    case .answered(let request, let answer): authority.note(answer, to: request, at: now)
    case .decryptionOrdered(let order): authority.note(order)
    case .decryptionAnswered(let order, let answer): authority.note(answer, to: order)
    default: break
    }
  }

  private mutating func decide(
    _ subject: Subject, _ transition: Transition, _ placement: Placement
  ) {
    cells.decide(subject, transition, placement, at: now)
    let handling = queues.decide(
      subject, placement, isDecided: !transition.to.isPending, at: now)
    workforce.finish(subject, placement, isDecided: true, at: now)
    durations[subject.kind.index].noteDecision(placement, handling: handling, at: now)
    noteAction(subject, transition, byModerator: true)
  }

  private mutating func noteAction(
    _ subject: Subject, _ transition: Transition, byModerator: Bool
  ) {
    guard transition.to.isAction, transition.from != transition.to else { return }
    if transition.to == .removed { removalBook.add(subject.kind) }
    guard !transition.from.isAction, transition.cause != .strikes else { return }
    durations[subject.kind.index].noteAction(transition, byModerator: byModerator)
  }

  private mutating func intervene(_ intervention: Intervention) {
    regime.note(intervention, at: now)
    if case .shock = intervention { noteScreening() }
    switch intervention {
    case .target(let queue, let seconds):
      queues.setTarget(
        Microseconds(seconds) * TimeUnit.second, of: Int(queue), at: now)
    case .discipline(let queue, let discipline):
      queues.setDiscipline(discipline, of: Int(queue))
    case .shock, .removeAt, .reviewAt, .staffing: break
    }
  }
}
