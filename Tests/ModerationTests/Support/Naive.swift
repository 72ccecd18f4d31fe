import Moderation
import Queueing

/// The slow way to the same accounts: all events are kept, and read again at each question.
struct Naive {
  let facts: ScenarioFacts
  let events: [Event]
  let now: Microseconds

  /// A visit of a subject to a queue.
  struct Job {
    let subject: Subject
    let placement: Placement
    var isClaimed = false
  }

  /// What is left of views to come after a time.
  static func left(
    _ views: Double, after time: Microseconds, halfLife: Microseconds
  ) -> Double {
    var left = views
    // Halved hour by hour would do for whole half-lives; the rest by the series of 2⁻ˣ.
    for _ in 0..<(time / halfLife) { left /= 2 }
    let exponent = -Double(time % halfLife) / Double(halfLife) * 0.693_147_180_559_945_3
    var (sum, term) = (1.0, 1.0)
    for power in 1...20 {
      term *= exponent / Double(power)
      sum += term
    }
    return left * sum
  }

  /// The events about subjects of a part.
  func events(of scope: Scope) -> [Event] {
    events.filter { event in
      guard let subject = event.fact.subject else { return false }
      return Self.contains(scope, subject)
    }
  }

  private static func contains(_ scope: Scope, _ subject: Subject) -> Bool {
    scope.signatory ?? Int(subject.signatory) == Int(subject.signatory)
      && scope.kind ?? subject.kind == subject.kind
      && scope.policy ?? Int(subject.policy) == Int(subject.policy)
  }

  /// The uploads of a part that nobody noticed; they come under no policy.
  func passed(of scope: Scope) -> [(time: Microseconds, kind: SubjectKind, count: Int)] {
    guard scope.policy == nil else { return [] }
    return events.compactMap { event in
      guard case .passed(let signatory, let kind, let count) = event.fact,
        scope.signatory ?? Int(signatory) == Int(signatory), scope.kind ?? kind == kind
      else { return nil }
      return (event.time, kind, Int(count))
    }
  }

  /// The changes of standing of each subject of a part, in order.
  func histories(of scope: Scope) -> [[(time: Microseconds, subject: Subject, step: Transition)]] {
    var histories: [UInt32: [(time: Microseconds, subject: Subject, step: Transition)]] = [:]
    for event in events(of: scope) {
      guard let subject = event.fact.subject, let step = event.fact.transition,
        step.from != step.to
      else { continue }
      histories[subject.id, default: []].append((event.time, subject, step))
    }
    return histories.keys.sorted().compactMap { histories[$0] }
  }

  /// The sum over subjects of what came, by what counts of it in each standing.
  private func views(of scope: Scope, counting share: (Subject, Standing) -> Double) -> Double {
    histories(of: scope).reduce(0) { sum, history in
      sum
        + history.indices.reduce(0.0) { own, index in
          let (time, subject, step) = history[index]
          let counted = share(subject, step.to)
          guard counted > 0 else { return own }
          let end = index + 1 < history.count ? history[index + 1].time : now
          let halfLife = facts.views[subject.kind.index].halfLife.value
          let ahead = Double(step.ahead)
          return own + counted * (ahead - Self.left(ahead, after: end - time, halfLife: halfLife))
        }
    }
  }

  /// The share of its views that a subject has in a standing.
  private func shown(_ subject: Subject, _ standing: Standing) -> Double {
    standing == .restricted
      ? facts.policies[Int(subject.policy)].restrictedReach : standing.isVisible ? 1 : 0
  }

  func violatingViews(of scope: Scope) -> Double {
    views(of: scope) { $0.truth == .violating ? shown($0, $1) : 0 }
  }

  func lawfulViewsLost(of scope: Scope) -> Double {
    views(of: scope) { subject, standing in
      guard subject.truth == .lawful else { return 0 }
      return standing == .removed ? 1 : standing == .restricted ? 1 - shown(subject, standing) : 0
    }
  }

  func lawfulViews(of scope: Scope) -> Double {
    let subjects = views(of: scope) { $0.truth == .lawful ? shown($0, $1) : 0 }
    return passed(of: scope).reduce(subjects) { sum, passed in
      let facts = facts.views[passed.kind.index]
      let all = Double(passed.count) * facts.mean.value
      return sum + all
        - Self.left(all, after: now - passed.time, halfLife: facts.halfLife.value)
    }
  }

  func itemHoursDown(of scope: Scope) -> Double {
    histories(of: scope).reduce(0) { sum, history in
      history.indices.reduce(sum) { own, index in
        guard history[index].subject.truth == .lawful, history[index].step.to == .removed
        else { return own }
        let end = index + 1 < history.count ? history[index + 1].time : now
        return own + Double(end - history[index].time) / Double(TimeUnit.hour)
      }
    }
  }

  func exposureBeforeAction(of scope: Scope) -> Double {
    histories(of: scope).joined().reduce(0) { sum, entry in
      entry.subject.truth == .violating && entry.step.to.isAction && !entry.step.from.isAction
        ? sum + Double(entry.step.seen) : sum
    }
  }

  /// The jobs that are not decided.
  var openJobs: [Job] {
    var jobs: [Job] = []
    func place(_ subject: Subject) -> Int? {
      jobs.lastIndex { $0.subject.id == subject.id }
    }
    for event in events {
      switch event.fact {
      case .queued(let subject, _, let placement):
        jobs.append(Job(subject: subject, placement: placement))
      case .claimed(let subject, _): place(subject).map { jobs[$0].isClaimed = true }
      case .released(let subject, _): place(subject).map { jobs[$0].isClaimed = false }
      case .decided(let subject, _, _), .withdrawn(let subject, _, _):
        _ = place(subject).map { jobs.remove(at: $0) }
      default: break
      }
    }
    return jobs
  }
}
