import Queueing

/// What an event says has happened.
public enum Fact: Equatable, Sendable {
  /// `count` lawful uploads of a kind passed screening unnoticed since the last such event.
  case passed(signatory: UInt16, kind: SubjectKind, count: UInt32)
  /// A subject's standing changed without a moderator: it was screened and published or
  /// removed, suspended, or restored without an appeal.
  case changed(Subject, Transition)
  /// A subject entered a queue; the transition says what became of its standing thereby.
  case queued(Subject, Transition, Placement)
  /// One more report or order arrived about a subject that waits, is in review or was
  /// acted upon already: it makes no job of its own. The standing is the subject's now; an
  /// order may be a valid one.
  case merged(Subject, Cause, Standing = .undecided, isValid: Bool = false)
  /// A moderator claimed the job: nobody else can take it while he holds the lock.
  case claimed(Subject, Placement)
  /// The lock lapsed without a decision; the job is back in its place in the queue.
  case released(Subject, Placement)
  /// The moderator decided. An unchanged standing means that he agreed or passed it on.
  case decided(Subject, Transition, Placement)
  /// The owner took down a subject that waited.
  case withdrawn(Subject, Transition, Placement)
  /// The hash of a removed subject's content entered the bank.
  case hashed(Subject)
  /// It was taken out: the removal had been wrong.
  case unhashed(Subject)
  /// A removed subject was reported to the authority.
  case reportedToAuthority(Subject)
  case requested(InformationRequest)
  case answered(InformationRequest, InformationRequest.Answer)
  case decryptionOrdered(DecryptionOrder)
  case decryptionAnswered(DecryptionOrder, DecryptionOrder.Answer)
  /// A station has this many moderators on duty from now on.
  case staffed(station: UInt16, moderators: UInt16)
  /// So many of a station's moderators are on a break from now on.
  case resting(station: UInt16, moderators: UInt16)
  /// One of the scenario's shocks ended.
  case shockEnded(UInt8)
  /// A user, or the scenario's timetable, changed the regime.
  case intervened(Intervention)
}

extension Fact {
  /// The subject that it is about, if it is about one.
  public var subject: Subject? {
    switch self {
    case .changed(let subject, _), .queued(let subject, _, _), .merged(let subject, _, _, _),
      .claimed(let subject, _), .released(let subject, _), .decided(let subject, _, _),
      .withdrawn(let subject, _, _), .hashed(let subject), .unhashed(let subject),
      .reportedToAuthority(let subject):
      subject
    case .passed, .requested, .answered, .decryptionOrdered, .decryptionAnswered, .staffed,
      .resting, .shockEnded, .intervened:
      nil
    }
  }

  /// The change of standing that it is, if it is one.
  public var transition: Transition? {
    switch self {
    case .changed(_, let transition), .queued(_, let transition, _),
      .decided(_, let transition, _), .withdrawn(_, let transition, _):
      transition
    default: nil
    }
  }

  /// The job's place that it tells of, if it tells of one.
  public var placement: Placement? {
    switch self {
    case .queued(_, _, let placement), .claimed(_, let placement), .released(_, let placement),
      .decided(_, _, let placement), .withdrawn(_, _, let placement):
      placement
    default: nil
    }
  }

  /// The index of the signatory that it concerns alone, if it does.
  public var signatory: Int? {
    switch self {
    case .passed(let signatory, _, _): Int(signatory)
    case .requested(let request), .answered(let request, _): Int(request.signatory)
    case .decryptionOrdered(let order), .decryptionAnswered(let order, _): Int(order.signatory)
    default: subject.map { Int($0.signatory) }
    }
  }
}
