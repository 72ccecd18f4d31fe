import Moderation
import Queueing

/// Finds kinds of which the parameters make more than all uploads something special.
struct UploadCheck {
  let policies: PoliciesSection

  /// Of each kind some uploads, or none at least, are left that nobody notices.
  func run() throws(ScenarioError) {
    for kind in SubjectKind.allCases {
      var violating = 0.0
      var noticed = 0.0
      for (index, policy) in policies.parameters.enumerated() {
        guard let uploads = policy.kinds[kind.index] else { continue }
        violating += uploads.violatingShare
        noticed += Self.noticedShare(uploads, policy)
        if violating > 1 + 1e-9 {
          throw policies.nodes[index].error(
            "with the policies before it, more than all \(kind.plural.lowercased()) are violating")
        }
        if noticed > 1 + 1e-9 {
          throw policies.nodes[index].error(
            "with the policies before it, more than all lawful \(kind.plural.lowercased())"
              + " are scored high, reported, ordered down or copies")
        }
      }
    }
  }

  /// The share of the lawful uploads to which something happens under one policy.
  private static func noticedShare(
    _ kind: PolicyKindParameters, _ policy: PolicyParameters
  ) -> Double {
    let candidates = kind.screening.map { StandardNormal.upperTail($0.candidateAt.value) } ?? 0
    let reported = (1 - candidates) * (policy.reports?.shareOfLawful.value ?? 0)
    let ordered = policy.orders?.shareOfLawful.value ?? 0
    let copied = (policy.copies?.lawfulPerMillion.value ?? 0) / 1_000_000
    return candidates + reported + ordered + copied
  }
}
