import Moderation
import Queueing

/// A small regime, and the fold of a log about it that a test writes down.
struct SmallWorld {
  /// The queues by index.
  enum Queue {
    static let first = 0
    static let escalations = 1
    static let secondReviews = 2
    static let appeals = 3
  }

  /// The stations by index: those of the first team by signatory, then the shared one.
  enum Station {
    static let shared: UInt16 = 2
  }

  private(set) var projection: Projection

  init(figuresAsOf instant: Microseconds = .max) {
    projection = Projection(facts: Self.facts(figuresAsOf: instant))
  }

  /// Two signatories; two policies, of which the first screens posts, leaves a restricted
  /// subject a quarter of its views and exposes moderators, while the second needs a law,
  /// screens videos and does neither; a first review with a target of an hour; hard cases and
  /// appeals with a team that the signatories share.
  static func facts(figuresAsOf instant: Microseconds = .max) -> ScenarioFacts {
    func queue(_ key: String, _ sources: [ReviewSource], team: Int) -> QueueFacts {
      QueueFacts(
        key: key, name: key,
        rule: RoutingRule(policies: [0, 1], kinds: SubjectKind.allCases, sources: sources),
        discipline: .oldest, target: Graded(TimeUnit.hour, grade: .assumption), team: team)
    }
    func views(_ mean: Double, hours: Microseconds) -> ViewFacts {
      ViewFacts(
        mean: Graded(mean, grade: .assumption),
        halfLife: Graded(hours * TimeUnit.hour, grade: .assumption))
    }
    func policy(
      _ key: String, startsAt: Microseconds?, screening kind: SubjectKind, reach: Double,
      exposes: Bool
    ) -> PolicyFacts {
      PolicyFacts(
        key: key, name: key, startsAt: startsAt,
        wrongfulRemovalCost: Graded(3, grade: .assumption),
        missCost: Graded(10, grade: .assumption), restrictedReach: reach,
        exposesModerators: exposes,
        thresholds: SubjectKind.allCases.map {
          $0 == kind ? Thresholds(removeAt: 4, reviewAt: 3, least: 2) : nil
        })
    }
    func shock(_ kind: ShockFacts.Kind, policy: Int? = nil) -> ShockFacts {
      ShockFacts(kind: kind, text: "", at: nil, duration: TimeUnit.hour, policy: policy)
    }
    return ScenarioFacts(
      name: "small", title: "", about: "", sources: [],
      clock: ScenarioClock(startDate: CivilDate(daysSinceEpoch: 0), utcOffsetMinutes: 0),
      opensAt: 0,
      publishedFigures: [
        PublishedFigure(kind: .post, removed: Graded(10, grade: .assumption), asOf: instant)
      ],
      signatories: ["One", "Two"].map {
        Signatory(name: $0, chineseName: nil, isNamed: true, facts: [], safetyStaffShare: nil)
      },
      policies: [
        policy("terrorism", startsAt: 0, screening: .post, reach: 0.25, exposes: true),
        policy("rumours", startsAt: nil, screening: .video, reach: 1, exposes: false),
      ],
      queues: [
        queue("first", [.screening, .report, .trustedReport, .order], team: 0),
        queue("escalations", [.escalation], team: 1),
        queue("second-reviews", [.secondReview], team: 0),
        queue("appeals", [.appeal], team: 1),
      ],
      teams: [
        TeamFacts(key: "review", name: "Review", isShared: false),
        TeamFacts(key: "hard", name: "Hard cases", isShared: true),
      ],
      views: [views(100, hours: 1), views(1_000, hours: 2), views(10, hours: 24)],
      shocks: [shock(.poisonedHash), shock(.newLaw, policy: 1)])
  }

  /// Folds facts at an instant, in minutes.
  mutating func at(_ minutes: Double, _ facts: Fact...) {
    for fact in facts { projection.apply(Event(time: Self.instant(minutes), fact: fact)) }
  }

  /// Moves on to an instant, in minutes, without an event.
  mutating func advance(to minutes: Double) { projection.advance(to: Self.instant(minutes)) }

  static func instant(_ minutes: Double) -> Microseconds {
    Microseconds(minutes * Double(TimeUnit.minute))
  }

  /// A post at the first signatory that comes under the first policy.
  static func post(
    _ id: UInt32, _ truth: Truth, origin: Origin = .original, at signatory: Int = 0,
    policy: Int = 0
  ) -> Subject {
    Subject(
      id: id, signatory: signatory, kind: .post, policy: policy, truth: truth, origin: origin)
  }
}

/// The steps of a subject's way, to write logs down shortly.
extension SmallWorld {
  /// A subject enters a queue; without `to` its standing stays.
  mutating func queue(
    _ subject: Subject, at minutes: Double, _ from: Standing, _ to: Standing? = nil,
    _ cause: Cause, _ source: ReviewSource, flags: Transition.Flags = [], ahead: Float = 0
  ) {
    at(
      minutes,
      .queued(
        subject,
        Transition(from: from, to: to ?? from, cause: cause, flags: flags, ahead: ahead),
        Self.place(source, since: minutes)))
  }

  /// A moderator claims it and decides; without `to` its standing stays.
  mutating func review(
    _ subject: Subject, _ source: ReviewSource, since: Double, from start: Double,
    until end: Double, _ from: Standing, _ to: Standing? = nil, _ cause: Cause = .review,
    flags: Transition.Flags = [], sinceFlag: UInt32 = 0
  ) {
    let place = Self.place(source, since: since)
    at(start, .claimed(subject, place))
    at(
      end,
      .decided(
        subject,
        Transition(
          from: from, to: to ?? from, cause: cause, flags: flags, sinceFlag: sinceFlag),
        place))
  }

  mutating func change(
    _ subject: Subject, at minutes: Double, _ from: Standing, _ to: Standing, _ cause: Cause,
    seen: Float = 0, ahead: Float = 0, age: UInt32 = 0, flags: Transition.Flags = []
  ) {
    at(
      minutes,
      .changed(
        subject,
        Transition(
          from: from, to: to, cause: cause, flags: flags, seen: seen, ahead: ahead, age: age)))
  }

  static func place(_ source: ReviewSource, since: Double) -> Placement {
    let queue =
      switch source {
      case .screening, .report, .trustedReport, .order: Queue.first
      case .escalation: Queue.escalations
      case .secondReview: Queue.secondReviews
      case .appeal: Queue.appeals
      }
    return Placement(queue: queue, source: source, since: instant(since))
  }
}
