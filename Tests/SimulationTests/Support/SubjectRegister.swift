import Moderation
import Queueing

/// Every subject of a log and every job, one by one: the accounts that nothing escapes.
///
/// It knows nothing of the fold: a subject has the standing that its last event gave it, a
/// job is waiting or in review. What an event says that cannot be is a fault.
struct SubjectRegister {
  /// A cell of the accounts.
  struct Cell: Hashable {
    let signatory: Int
    let kind: SubjectKind
    let policy: Int
  }

  /// A job that is not decided.
  struct Job {
    let placement: Placement
    var isInReview = false
  }

  struct Entry {
    let subject: Subject
    var standing: Standing
    var job: Job?
    var isOrdered = false
  }

  private(set) var entries: [UInt32: Entry] = [:]
  private(set) var faults: [String] = []
  /// Lawful uploads that nobody noticed.
  private(set) var passed: [Cell: Int] = [:]
  /// Uploads that have become subjects, and accounts that were suspended.
  private(set) var uploaded: [Cell: Int] = [:]
  private(set) var suspended: [Cell: Int] = [:]
  /// Orders: received, answered by a decision, and about what was gone already.
  private(set) var orders = (received: 0, decided: 0, moot: 0)
  /// Requests and decryption orders that are not answered.
  private(set) var openRequests: Set<UInt32> = []
  private(set) var openDecryptions: Set<UInt32> = []
  private(set) var requests = 0
  private(set) var answers = 0

  static func cell(of subject: Subject) -> Cell {
    Cell(signatory: Int(subject.signatory), kind: subject.kind, policy: Int(subject.policy))
  }

  mutating func add(_ event: Event) {
    switch event.fact {
    case .passed(let signatory, let kind, let count):
      passed[Cell(signatory: Int(signatory), kind: kind, policy: -1), default: 0] += Int(count)
    case .changed(let subject, let step): move(subject, step, job: nil)
    case .queued(let subject, let step, let placement):
      move(subject, step, job: nil)
      if placement.source == .order { order(subject) }
      change(subject) { entry in
        guard entry.job == nil else { return "has a job already" }
        entry.job = Job(placement: placement)
        return nil
      }
    case .merged(let subject, let cause, let standing, _):
      change(subject) { $0.standing == standing ? nil : "is not \(standing)" }
      if cause == .order { order(subject, isMoot: !standing.isPending) }
    case .claimed(let subject, let placement):
      change(subject) { entry in
        guard entry.job?.placement == placement, entry.job?.isInReview == false else {
          return "does not wait there"
        }
        entry.job?.isInReview = true
        return nil
      }
    case .released(let subject, let placement):
      change(subject) { entry in
        guard entry.job?.placement == placement, entry.job?.isInReview == true else {
          return "is not in that review"
        }
        entry.job?.isInReview = false
        return nil
      }
    case .decided(let subject, let step, let placement):
      endJob(subject, placement, isInReview: true)
      settleOrder(subject, step)
      move(subject, step, job: placement)
    case .withdrawn(let subject, let step, let placement):
      endJob(subject, placement, isInReview: false)
      if entries[subject.id]?.isOrdered == true { orders.moot += 1 }
      move(subject, step, job: placement)
    default: addLetter(event.fact)
    }
  }

  private mutating func addLetter(_ fact: Fact) {
    switch fact {
    case .requested(let request):
      requests += 1
      if !openRequests.insert(request.number).inserted { faults.append("two requests of a number") }
    case .answered(let request, _):
      answers += 1
      if openRequests.remove(request.number) == nil { faults.append("an answer to no request") }
    case .decryptionOrdered(let order): openDecryptions.insert(order.number)
    case .decryptionAnswered(let order, _):
      if openDecryptions.remove(order.number) == nil { faults.append("an answer to no order") }
    default: break
    }
  }

  // MARK: Subjects

  private mutating func move(_ subject: Subject, _ step: Transition, job: Placement?) {
    if step.from == .arriving {
      guard entries[subject.id] == nil else {
        return faults.append("\(subject) arrives twice")
      }
      let isSuspension = step.cause == .strikes
      if isSuspension {
        suspended[Self.cell(of: subject), default: 0] += 1
      } else {
        uploaded[Self.cell(of: subject), default: 0] += 1
      }
      entries[subject.id] = Entry(subject: subject, standing: step.to)
      return
    }
    change(subject) { entry in
      guard entry.standing == step.from else { return "was \(entry.standing), not \(step.from)" }
      entry.standing = step.to
      return nil
    }
  }

  private mutating func endJob(_ subject: Subject, _ placement: Placement, isInReview: Bool) {
    change(subject) { entry in
      guard let job = entry.job, job.placement == placement, job.isInReview == isInReview else {
        return "has no such job"
      }
      entry.job = nil
      return nil
    }
  }

  private mutating func order(_ subject: Subject, isMoot: Bool = false) {
    orders.received += 1
    if isMoot { orders.moot += 1 } else { entries[subject.id]?.isOrdered = true }
  }

  private mutating func settleOrder(_ subject: Subject, _ step: Transition) {
    guard entries[subject.id]?.isOrdered == true, step.from.isPending, !step.to.isPending else {
      return
    }
    entries[subject.id]?.isOrdered = false
    orders.decided += 1
  }

  /// Changes an entry; `body` says what is wrong with it, if anything is.
  private mutating func change(_ subject: Subject, _ body: (inout Entry) -> String?) {
    guard var entry = entries[subject.id] else {
      return faults.append("\(subject) is not known")
    }
    if entry.subject != subject { faults.append("\(subject) was \(entry.subject)") }
    if let fault = body(&entry) { faults.append("\(subject) \(fault)") }
    entries[subject.id] = entry
  }
}
