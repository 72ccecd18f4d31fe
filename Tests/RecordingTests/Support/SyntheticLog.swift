import Moderation
import Queueing

/// A log in the manner of a regime: uploads, some of them removed at once, some reviewed.
///
/// It needs no scenario, so that the tests of recordings stand on their own.
struct SyntheticLog {
  private struct Job {
    let subject: Subject
    let uploaded: Microseconds
    let placement: Placement
    let ahead: Float
  }

  private var random: RandomStream
  private var time: Microseconds = 0
  private var nextID: UInt32 = 0
  private var waiting: [Job] = []
  private var inReview: [Job] = []
  private let gap: Double

  /// - Parameter gap: the mean time between events.
  init(seed: UInt64, gap: Microseconds = 4 * TimeUnit.second) {
    random = RandomStream(seed: seed, name: "synthetic log")
    self.gap = Double(gap)
  }

  /// The next events, about as many as asked for.
  mutating func events(_ count: Int) -> [Event] {
    var log: [Event] = []
    log.reserveCapacity(count + 4)
    while log.count < count {
      time += Microseconds(random.exponential() * gap)
      step(&log)
    }
    return log
  }

  private mutating func step(_ log: inout [Event]) {
    switch random.uniform() {
    case ..<0.05:
      for kind in SubjectKind.allCases {
        let count = UInt32(random.uniform() * 20_000)
        add(.passed(signatory: number(25), kind: kind, count: count), &log)
      }
    case ..<0.4: upload(&log)
    case ..<0.7 where !waiting.isEmpty: claim(&log)
    default: if inReview.isEmpty { upload(&log) } else { decide(&log) }
    }
  }

  private mutating func upload(_ log: inout [Event]) {
    nextID += 1 + UInt32(random.uniform() * 4)
    let subject = Subject(
      id: nextID, signatory: Int(number(25)), kind: random.uniform() < 0.8 ? .post : .video,
      policy: Int(number(2)), truth: random.uniform() < 0.6 ? .violating : .lawful)
    let ahead = Float(random.exponential() * 500)
    if random.uniform() < 0.4 {
      let transition = Transition(from: .arriving, to: .removed, cause: .screening, ahead: ahead)
      return add(.changed(subject, transition), &log)
    }
    let placement = Placement(
      queue: subject.kind.index, source: random.uniform() < 0.8 ? .screening : .report,
      since: time)
    let transition = Transition(from: .arriving, to: .undecided, cause: .screening, ahead: ahead)
    waiting.append(
      Job(subject: subject, uploaded: time, placement: placement, ahead: ahead))
    add(.queued(subject, transition, placement), &log)
  }

  private mutating func claim(_ log: inout [Event]) {
    let job = waiting.remove(at: Int(random.uniform() * Double(min(20, waiting.count))))
    inReview.append(job)
    add(.claimed(job.subject, job.placement), &log)
  }

  private mutating func decide(_ log: inout [Event]) {
    let job = inReview.remove(at: Int(random.uniform() * Double(inReview.count)))
    let seconds = UInt32((time - job.uploaded) / TimeUnit.second)
    let ahead = job.ahead * 0.9
    let isRemoved = random.uniform() < 0.5
    let transition = Transition(
      from: .undecided, to: isRemoved ? .removed : .kept, cause: .review,
      flags: random.uniform() < 0.1 ? .reported : .none,
      seen: job.ahead - ahead, ahead: ahead, age: seconds, sinceFlag: seconds)
    add(.decided(job.subject, transition, job.placement), &log)
  }

  private mutating func number(_ bound: Int) -> UInt16 {
    UInt16(random.uniform() * Double(bound))
  }

  private func add(_ fact: Fact, _ log: inout [Event]) {
    log.append(Event(time: time, fact: fact))
  }
}
