import Moderation

/// Who signed, and the share of each in all uploads.
struct RosterSection {
  private(set) var signatories: [Signatory] = []
  /// They add up to 1.
  private(set) var shares: [Double] = []

  /// - Parameter isUsersOwn: whether a user brought the roster, who knows the companies in it.
  init(_ node: FileNode, isUsersOwn: Bool) throws(ScenarioError) {
    let map = try node.map()
    let pledgedOn = try Self.date(map.optional("pledged"))
    if map.form["members"] == nil {
      try readNamedAndUnnamed(map, pledgedOn: pledgedOn)
    } else {
      try readMembers(map.required("members"), isUsersOwn: isUsersOwn, pledgedOn: pledgedOn)
    }
  }

  private mutating func readNamedAndUnnamed(
    _ map: FileMap, pledgedOn: CivilDate?
  ) throws(ScenarioError) {
    let count = try map.whole("count").value
    let namedNode = try map.required("named")
    for element in try namedNode.list() {
      let member = try element.map()
      signatories.append(try Signatory(member, isNamed: true, pledgedOn: pledgedOn))
    }
    let named = signatories.count
    guard named <= count else {
      throw namedNode.error("\(named) named signatories, expected at most \(count)")
    }
    let shareNode = try map.required("named_share")
    let namedShare = try shareNode.gradedNumber().value
    let rest = 1 - Double(named) * namedShare
    guard rest >= -1e-9, named == 0 || (named == count) == (abs(rest) < 1e-9) else {
      throw shareNode.error(
        "\(named) times \(namedShare) leaves \(rest) for the \(count - named) others")
    }
    let flatness = try map.number("unnamed_flatness").value
    shares = Array(repeating: namedShare, count: named)
    shares += Self.shares(of: rest, among: count - named, flatness: flatness)
    for number in named..<count {
      signatories.append(.unnamed(number: number + 1, pledgedOn: pledgedOn))
    }
  }

  private mutating func readMembers(
    _ node: FileNode, isUsersOwn: Bool, pledgedOn: CivilDate?
  ) throws(ScenarioError) {
    var names: [String: Place] = [:]
    var shareNodes: [FileNode] = []
    for element in try node.list() {
      let map = try element.map()
      let own = try Self.date(map.optional("pledged"))
      // A name without a source is one that the writer of the scenario made up.
      let hasFact = ["facts", "staff", "pledged"].contains { map.optional($0) != nil }
      let signatory = try Signatory(
        map, isNamed: hasFact || isUsersOwn, pledgedOn: own ?? pledgedOn)
      let name = try map.required("name")
      if let first = names[signatory.name] {
        throw name.error("\"\(signatory.name)\" stands twice, first \(first.whereabouts)")
      }
      names[signatory.name] = name.tree.place
      signatories.append(signatory)
      let share = try map.required("share")
      shares.append(try share.gradedNumber().value)
      shareNodes.append(share)
    }
    try checkShares(shareNodes)
    let total = shares.reduce(0, +)
    shares = shares.map { $0 / total }
  }

  /// Shares below 1 are parts of a whole, which they do not exceed; where one is 1 or more
  /// they count in relation to each other.
  private func checkShares(_ nodes: [FileNode]) throws(ScenarioError) {
    guard shares.allSatisfy({ $0 < 1 }) else { return }
    var sum = 0.0
    for (node, share) in zip(nodes, shares) {
      sum += share
      guard sum <= 1 + 1e-6 else {
        let all = ((shares.reduce(0, +) * 1e6).rounded() / 1e6).written
        throw node.error(
          "with it the shares add up to more than 1, to \(all) in all; "
            + "expected 1 at most, or weights of 1 and more")
      }
    }
  }

  private static func date(_ node: FileNode?) throws(ScenarioError) -> CivilDate? {
    guard let node else { return nil }
    let map = try node.map()
    let value = try map.required("value")
    guard let date = ScenarioClock.date(parsing: try value.text()) else { throw value.misread }
    return try node.ledger.grade(date, in: map).value
  }

  /// A part of all uploads shared out in proportion to 1 / (rank + flatness).
  private static func shares(of rest: Double, among count: Int, flatness: Double) -> [Double] {
    let weights = (0..<count).map { 1 / (Double($0 + 1) + flatness) }
    let total = weights.reduce(0, +)
    return weights.map { rest * $0 / total }
  }
}

extension Signatory {
  fileprivate init(
    _ map: FileMap, isNamed: Bool, pledgedOn: CivilDate?
  ) throws(ScenarioError) {
    var facts: [SourcedFact] = []
    for element in try map.optional("facts")?.list() ?? [] {
      let fact = try element.map()
      facts.append(
        SourcedFact(
          text: try fact.text("text"),
          source: try map.at.ledger.source(fact.required("source"))))
    }
    let staff = try map.optional("staff")?.gradedWhole().value
    var safetyShare: Graded<Double>?
    if let node = map.optional("safety_staff") {
      let safety = try node.gradedWhole()
      guard let staff else { throw node.error("needs the key \"staff\" beside it") }
      guard safety.value <= staff else {
        throw node.error("\(safety.value), expected at most staff, \(staff)")
      }
      safetyShare = safety.map { Double($0) / Double(staff) }
    }
    self.init(
      name: try map.text("name"), chineseName: try map.optional("chinese")?.text(),
      isNamed: isNamed, facts: facts, safetyStaffShare: safetyShare, pledgedOn: pledgedOn)
  }

  /// One of those that no source names; `number` is its place on the roster, from 1.
  fileprivate static func unnamed(number: Int, pledgedOn: CivilDate?) -> Signatory {
    let digits = number < 10 ? "0\(number)" : "\(number)"
    return Signatory(
      name: "Signatory \(digits)", chineseName: nil, isNamed: false, facts: [],
      safetyStaffShare: nil, pledgedOn: pledgedOn)
  }
}
