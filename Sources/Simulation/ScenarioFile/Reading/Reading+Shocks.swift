import Moderation
import Queueing

/// What befalls the regime, as facts and as parameters, in the order of the file.
struct ShocksSection {
  private(set) var facts: [ShockFacts] = []
  private(set) var parameters: [ShockParameters] = []

  init(
    _ node: FileNode?, policies: PoliciesSection, clock: ScenarioClock, hasHashBank: Bool
  ) throws(ScenarioError) {
    for element in try node?.list() ?? [] {
      let map = try element.map()
      let kindNode = try map.required("kind")
      let word = try kindNode.text()
      guard let kind = ShockFacts.Kind(rawValue: word) else { throw kindNode.misread }
      if kind == .poisonedHash, !hasHashBank { throw element.error("needs the section hash_bank") }
      let hours = kind == .newLaw ? 0 : try map.number("duration_hours").value
      let shock = try Self.parameters(kind, map, policies)
      facts.append(
        ShockFacts(
          kind: kind, text: shock.text(hours: hours, policies: policies.facts),
          at: try map.optional("at")?.instant(clock),
          duration: Microseconds((hours * Double(TimeUnit.hour)).rounded()),
          policy: shock.law))
      parameters.append(shock)
    }
    try checkThatLawsComeIntoForce(policies)
  }

  private static func parameters(
    _ kind: ShockFacts.Kind, _ map: FileMap, _ policies: PoliciesSection
  ) throws(ScenarioError) -> ShockParameters {
    switch kind {
    case .reuploadSurge:
      let (policy, kind) = try content(map, policies)
      let copies = try map.number("copies")
      return .reuploadSurge(
        policy: policy, kind: kind, copies: copies,
        accounts: try map.optional("accounts")?.gradedNumber() ?? copies,
        variantShare: try map.number("variant_share"), variants: try map.whole("variants"))
    case .poisonedHash:
      let (policy, kind) = try content(map, policies)
      return .poisonedHash(policy: policy, kind: kind, copies: try map.number("copies"))
    case .bulkError:
      let (policy, kind) = try content(map, policies)
      return .bulkError(policy: policy, kind: kind, removals: try map.number("removals"))
    case .absence:
      return .absence(share: try map.number("share"))
    case .newLaw:
      let policy = try map.index("policy", in: policies.keys)
      guard policies.facts[policy].startsAt == nil else {
        throw try map.required("policy").error(
          "\(policies.keys[policy]) is in force without it, expected one with starts: never")
      }
      return .newLaw(policy: policy)
    }
  }

  /// The policy and the kind of subject that a shock is about.
  private static func content(
    _ map: FileMap, _ policies: PoliciesSection
  ) throws(ScenarioError) -> (policy: Int, kind: SubjectKind) {
    let policy = try map.index("policy", in: policies.keys)
    let kind = SubjectKind.allCases[
      try map.index("content", in: SubjectKind.allCases.map(\.name))]
    guard policies.parameters[policy].kinds[kind.index] != nil else {
      throw try map.required("content").error(
        "the policy \(policies.keys[policy]) is not about \(kind.plural.lowercased())")
    }
    return (policy, kind)
  }

  private func checkThatLawsComeIntoForce(_ policies: PoliciesSection) throws(ScenarioError) {
    for (index, policy) in policies.facts.enumerated() where policy.startsAt == nil {
      guard parameters.contains(where: { $0.law == index }) else {
        throw policies.nodes[index].error("starts never, and no new_law shock brings it into force")
      }
    }
  }
}
