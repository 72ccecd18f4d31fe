import Moderation
import Queueing

/// The rules about content, as facts and as parameters, in the order of the file.
struct PoliciesSection {
  private(set) var facts: [PolicyFacts] = []
  private(set) var parameters: [PolicyParameters] = []
  /// Where each stands, for errors about it.
  private(set) var nodes: [FileNode] = []

  var keys: [String] { facts.map(\.key) }

  init(_ node: FileNode, clock: ScenarioClock) throws(ScenarioError) {
    for (key, value) in try node.entries() {
      let map = try value.map()
      let costs = try map.required("costs").map()
      let own = try PolicyParameters(map)
      facts.append(
        PolicyFacts(
          key: key, name: try map.text("title"),
          startsAt: try Self.start(map.optional("starts"), clock: clock),
          wrongfulRemovalCost: try costs.number("wrongful_removal"),
          missCost: try costs.number("miss"), restrictedReach: own.restrictedReach.value,
          exposesModerators: try map.optional("exposes_moderators")?.flag() ?? true,
          thresholds: own.kinds.map { $0?.screening?.thresholds }))
      parameters.append(own)
      nodes.append(value)
    }
  }

  /// When a policy comes into force; never before time begins.
  private static func start(
    _ node: FileNode?, clock: ScenarioClock
  ) throws(ScenarioError) -> Microseconds? {
    guard let text = try node?.text() else { return 0 }
    return clock.instant(parsing: text, dateAloneMeans: .start).map { max(0, $0) }
  }
}

extension PolicyParameters {
  fileprivate init(_ map: FileMap) throws(ScenarioError) {
    let kindMap = try map.required("kinds").map()
    var kinds: [PolicyKindParameters?] = []
    for kind in SubjectKind.allCases {
      guard let node = kindMap.optional(kind.name) else {
        kinds.append(nil)
        continue
      }
      kinds.append(try PolicyKindParameters(node.map()))
    }
    guard kinds.contains(where: { $0 != nil }) else {
      throw kindMap.at.error("no kind, expected one at least")
    }
    var reports: ReportParameters?
    if let node = map.optional("reports") { reports = try ReportParameters(node.map()) }
    var orders: OrderParameters?
    if let node = map.optional("orders") { orders = try OrderParameters(node.map()) }
    var copies: CopyParameters?
    if let node = map.optional("copies") { copies = try CopyParameters(node.map()) }
    self.init(
      kinds: kinds, reports: reports, orders: orders, copies: copies,
      restrictShare: try map.number("restrict_share", or: 0),
      restrictedReach: try map.number("restricted_reach", or: 1))
  }
}

extension PolicyKindParameters {
  fileprivate init(_ map: FileMap) throws(ScenarioError) {
    var screening: ScreeningParameters?
    if let node = map.optional("screening") { screening = try ScreeningParameters(node.map()) }
    self.init(
      violatingPerMillion: try map.number("violating_per_million"), screening: screening)
  }
}

extension ScreeningParameters {
  fileprivate init(_ map: FileMap) throws(ScenarioError) {
    self.init(
      separation: try map.number("separation"), removeAt: try map.number("remove_at"),
      reviewAt: try map.number("review_at"), candidateAt: try map.number("candidate_at"),
      isBeforePublication: try map.flag("before_publication"))
    guard reviewAt.value <= removeAt.value else {
      throw try map.required("review_at").error(
        "\(reviewAt.value), expected at most remove_at, \(removeAt.value)")
    }
    guard candidateAt.value <= reviewAt.value else {
      throw try map.required("candidate_at").error(
        "\(candidateAt.value), expected at most review_at, \(reviewAt.value)")
    }
  }
}

extension ReportParameters {
  fileprivate init(_ map: FileMap) throws(ScenarioError) {
    self.init(
      shareOfViolating: try map.number("share_of_violating"),
      shareOfLawful: try map.number("share_of_lawful"),
      meanDelayHours: try map.number("mean_delay_hours"),
      furtherReports: try map.number("further_reports", or: 0),
      trustedShareOfViolating: try map.number("trusted_share_of_violating", or: 0),
      trustedShareOfLawful: try map.number("trusted_share_of_lawful", or: 0))
  }
}

extension OrderParameters {
  fileprivate init(_ map: FileMap) throws(ScenarioError) {
    self.init(
      shareOfViolating: try map.number("share_of_violating"),
      shareOfLawful: try map.number("share_of_lawful"),
      meanDelayHours: try map.number("mean_delay_hours"),
      deadlineHours: try map.number("deadline_hours"),
      validShare: try map.number("valid_share"),
      contestShare: try map.number("contest_share"))
  }
}

extension CopyParameters {
  fileprivate init(_ map: FileMap) throws(ScenarioError) {
    self.init(
      shareOfViolating: try map.number("share_of_violating"),
      shareOfCandidates: try map.number("share_of_candidates"),
      lawfulPerMillion: try map.number("lawful_per_million"),
      items: try map.whole("items"),
      circulationDays: try map.number("circulation_days"),
      variantShare: try map.number("variant_share"),
      variants: try map.whole("variants"))
  }
}
