import Moderation

/// Finds jobs that no queue would take.
struct RoutingCheck {
  let policies: PoliciesSection
  let rules: [RoutingRule]
  let review: ReviewParameters
  let hasAppeals: Bool
  let hasStrikes: Bool

  /// Every job that can come up has a queue.
  func run() throws(ScenarioError) {
    for policy in policies.facts.indices {
      for kind in SubjectKind.allCases {
        for source in sources(of: policy, kind) where !isRouted(policy, kind, source) {
          throw policies.nodes[policy].error(
            "no queue takes jobs of source \(source.name) about \(kind.plural.lowercased())")
        }
      }
    }
  }

  private func isRouted(_ policy: Int, _ kind: SubjectKind, _ source: ReviewSource) -> Bool {
    rules.contains { $0.takes(policy: policy, kind: kind, source: source) }
  }

  /// Where jobs about a policy and a kind can come from.
  private func sources(of policy: Int, _ kind: SubjectKind) -> [ReviewSource] {
    let parameters = policies.parameters[policy]
    guard let uploads = parameters.kinds[kind.index] else {
      // A suspended account is a removed one, whatever its posts were removed for.
      return kind == .account && hasStrikes && hasAppeals ? [.appeal] : []
    }
    var sources: [ReviewSource] = []
    // Also when the thresholds coincide: the user may move them apart.
    if uploads.screening != nil { sources.append(.screening) }
    if let reports = parameters.reports {
      sources.append(.report)
      if reports.trustedShareOfViolating.value + reports.trustedShareOfLawful.value > 0 {
        sources.append(.trustedReport)
      }
    }
    if parameters.orders != nil { sources.append(.order) }
    if !sources.isEmpty {
      if review.escalationShare.value > 0 { sources.append(.escalation) }
      if review.secondReviewShare.value > 0 { sources.append(.secondReview) }
    }
    if hasAppeals { sources.append(.appeal) }
    return sources
  }
}
