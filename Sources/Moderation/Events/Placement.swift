import Queueing

/// A job's place: the queue in which a subject waits for a moderator, why and since when.
public struct Placement: Equatable, Sendable {
  /// The index in `ScenarioFacts.queues`.
  public let queue: UInt8
  public let source: ReviewSource
  /// When it entered the queue.
  public let since: Microseconds

  public init(queue: Int, source: ReviewSource, since: Microseconds) {
    self.queue = UInt8(truncatingIfNeeded: queue)
    self.source = source
    self.since = since
  }
}

/// Where a job comes from, by which routing rules choose its queue.
public enum ReviewSource: UInt8, CaseIterable, Sendable {
  case screening, report, trustedReport, order, escalation, secondReview, appeal

  public static let count = allCases.count
  public var index: Int { Int(rawValue) }

  /// Whether the job asks for a first decision on the subject.
  public var isFirstReview: Bool {
    switch self {
    case .screening, .report, .trustedReport, .order: true
    case .escalation, .secondReview, .appeal: false
    }
  }

  /// The name in scenario files and exports.
  public var name: String {
    switch self {
    case .screening: "screening"
    case .report: "report"
    case .trustedReport: "trusted_report"
    case .order: "order"
    case .escalation: "escalation"
    case .secondReview: "second_review"
    case .appeal: "appeal"
    }
  }
}
