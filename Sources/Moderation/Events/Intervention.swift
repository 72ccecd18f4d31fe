import Queueing

/// A change that a user, or the scenario itself, makes to a running regime.
public enum Intervention: Equatable, Sendable {
  /// One of the scenario's shocks begins; by its place in `ScenarioFacts.shocks`.
  case shock(UInt8)
  /// The score from which on subjects of a policy and kind are removed at once.
  case removeAt(policy: UInt8, kind: SubjectKind, score: Float)
  /// The score from which on they wait for a moderator.
  case reviewAt(policy: UInt8, kind: SubjectKind, score: Float)
  /// All shifts of a team have this many percent of the moderators that the scenario gives.
  case staffing(team: UInt8, percent: UInt16)
  /// A queue is taken in another order from now on.
  case discipline(queue: UInt8, QueueDiscipline)
  /// Within how many seconds a decision of a queue counts as on time.
  case target(queue: UInt8, seconds: UInt32)

  /// Of the scenario's moderators, how many percent at most can be called in.
  public static let greatestStaffing = 200
}

extension ScenarioFacts {
  /// Whether what an intervention changes is there, and what it sets is a number.
  package func allows(_ intervention: Intervention) -> Bool {
    switch intervention {
    case .shock(let shock): Int(shock) < shocks.count
    case .removeAt(let policy, _, let score), .reviewAt(let policy, _, let score):
      Int(policy) < policies.count && score.isFinite
    case .staffing(let team, _): Int(team) < teams.count
    case .discipline(let queue, _), .target(let queue, _): Int(queue) < queues.count
    }
  }
}

/// In which order moderators take the jobs of a queue.
public enum QueueDiscipline: UInt8, CaseIterable, Sendable {
  /// The longest waiting first.
  case oldest
  /// The earliest deadline first, an order's own or the queue's target.
  case deadline
  /// The most views still to be expected first.
  case views

  /// The name in scenario files.
  public var name: String { "\(self)" }
}
