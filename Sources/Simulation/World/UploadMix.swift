import Moderation
import Queueing

/// The uploads that can become subjects of their own, of one kind, policy and sort.
struct UploadClass {
  /// What can happen to the uploads of a class.
  enum Sort: UInt8 {
    /// Breaks the policy.
    case violating
    /// Lawful with a score that a threshold of the policy's screening may reach.
    case candidate
    /// Lawful, and will be reported under the policy if published.
    case reported
    /// Lawful, and an authority will order its removal under the policy if published.
    case ordered
    /// A lawful copy of an item in circulation that the hash bank may hold.
    case copy
  }

  let kind: SubjectKind
  let policy: Int
  let sort: Sort
  /// Expected uploads a day over all signatories.
  let perDay: Double
}

/// How uploads split into classes, and into those that are only counted.
///
/// Poisson splitting makes the classes' processes independent (Kingman, "Poisson
/// Processes", 1993, §5.1), so each can be drawn alone and the rest, which is nearly all
/// uploads, as a count. The split is part of the world: no threshold moves it.
struct UploadMix {
  /// From the most frequent class on.
  private let classes: [UploadClass]
  /// Expected uploads a day over all signatories, by kind.
  private let perDay: [Double]
  private let isFromStart: [Bool]

  init(_ scenario: Scenario) {
    var classes: [UploadClass] = []
    for kind in SubjectKind.allCases {
      let uploads = scenario.uploads[kind.index].perDay.value
      let violating = scenario.policies.reduce(0) { sum, policy in
        sum + (policy.kinds[kind.index]?.violatingShare ?? 0)
      }
      classes += scenario.policies.enumerated().flatMap { index, policy in
        Self.classes(of: policy, index, kind, uploads: uploads, lawful: uploads * (1 - violating))
      }
    }
    // A stable order, so that equal rates do not depend on how sorting breaks ties.
    let order = classes.indices.sorted {
      (-classes[$0].perDay, $0) < (-classes[$1].perDay, $1)
    }
    self.classes = order.map { classes[$0] }.filter { $0.perDay > 0 }
    perDay = scenario.uploads.map(\.perDay.value)
    isFromStart = scenario.facts.policies.map { $0.startsAt == 0 }
  }

  /// The classes of all policies that are in force from the start.
  var classesFromStart: [UploadClass] { classes.filter { isFromStart[$0.policy] } }

  /// The classes of one policy if it comes into force later; none if it is from the start.
  func laterClasses(of policy: Int) -> [UploadClass] {
    classes.filter { $0.policy == policy && !isFromStart[policy] }
  }

  /// Expected uploads a day over all signatories that nobody ever notices, by kind.
  func unnoticedPerDay(inForce: [Bool]) -> [Double] {
    SubjectKind.allCases.map { kind in
      let noticed = classes.reduce(0) { sum, one in
        one.kind == kind && inForce[one.policy] ? sum + one.perDay : sum
      }
      return max(0, perDay[kind.index] - noticed)
    }
  }

  /// The classes of one kind under one policy; `lawful` breaks no policy.
  private static func classes(
    of policy: PolicyParameters, _ index: Int, _ kind: SubjectKind, uploads: Double,
    lawful: Double
  ) -> [UploadClass] {
    guard let own = policy.kinds[kind.index] else { return [] }
    let candidates =
      own.screening.map { lawful * StandardNormal.upperTail($0.candidateAt.value) } ?? 0
    let others = lawful - candidates
    return [
      (.violating, uploads * own.violatingShare),
      (.candidate, candidates),
      (.reported, others * (policy.reports?.shareOfLawful.value ?? 0)),
      (.ordered, others * (policy.orders?.shareOfLawful.value ?? 0)),
      (.copy, others * (policy.copies?.lawfulPerMillion.value ?? 0) / 1_000_000),
    ].map { UploadClass(kind: kind, policy: index, sort: $0, perDay: $1) }
  }
}
