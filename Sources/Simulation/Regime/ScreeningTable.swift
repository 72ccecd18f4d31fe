import Moderation

/// The screening of each policy and kind.
struct ScreeningTable {
  /// By policy, then kind; nil where nothing is screened.
  private var bounds: [ScreeningBounds?]

  init(_ policies: [PolicyParameters]) {
    bounds = policies.flatMap { policy in
      policy.kinds.map { $0?.screening.map(ScreeningBounds.init) }
    }
  }

  /// What screening does with a subject whose score has this number; `passed` where nothing
  /// is screened.
  @inline(__always)
  func outcome(
    _ policy: Int, _ kind: SubjectKind, _ truth: Truth, _ uniform: Double
  ) -> ScreeningOutcome {
    bounds[place(policy, kind)]?.outcome(of: truth, uniform) ?? .passed
  }

  mutating func setRemoveAt(_ score: Double, policy: Int, _ kind: SubjectKind) {
    bounds[place(policy, kind)]?.setRemoveAt(score)
  }

  mutating func setReviewAt(_ score: Double, policy: Int, _ kind: SubjectKind) {
    bounds[place(policy, kind)]?.setReviewAt(score)
  }

  @inline(__always)
  private func place(_ policy: Int, _ kind: SubjectKind) -> Int {
    policy * SubjectKind.count + kind.index
  }
}
