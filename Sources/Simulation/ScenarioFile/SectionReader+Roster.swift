import Moderation

extension SectionReader {
  /// The most signatories a roster may have.
  private static let greatestCount = 1_000

  /// Who signed, and the share of each in all uploads.
  func roster(
    _ node: FileNode
  ) throws(ScenarioError) -> (signatories: [Signatory], shares: [Double]) {
    let map = try node.map(["count", "named", "named_share", "unnamed_flatness"])
    let count = try graded(map.required("count"), in: 1...Self.greatestCount).value
    let namedNode = try map.required("named")
    var signatories: [Signatory] = []
    for element in try namedNode.list() { signatories.append(try signatory(element)) }
    let named = signatories.count
    guard named <= count else {
      throw namedNode.error("\(named) named signatories, expected at most \(count)")
    }
    let shareNode = try map.required("named_share")
    let namedShare = try probability(shareNode).value
    let rest = 1 - Double(named) * namedShare
    guard rest >= 0, (named == count) == (abs(rest) < 1e-9) else {
      throw shareNode.error(
        "\(named) times \(namedShare) leaves \(rest) for the \(count - named) others")
    }
    let flatness = try graded(map.required("unnamed_flatness"), "0 or more") { $0 >= 0 }.value
    for number in named..<count { signatories.append(.unnamed(number: number + 1)) }
    let shares = Self.shares(
      named: named, namedShare: namedShare, count: count, flatness: flatness)
    return (signatories, shares)
  }

  private func signatory(_ node: FileNode) throws(ScenarioError) -> Signatory {
    let map = try node.map(["name", "chinese", "staff", "safety_staff", "facts"])
    var facts: [SourcedFact] = []
    for element in try map.optional("facts")?.list() ?? [] {
      let fact = try element.map(["text", "source"])
      let keys = sources.map(\.key)
      facts.append(
        SourcedFact(
          text: try fact.required("text").text(),
          source: try fact.required("source").word(of: keys) { keys.contains($0) ? $0 : nil }))
    }
    var safetyShare: Double?
    if let staff = map.optional("staff"), let safety = map.optional("safety_staff") {
      let everybody = 1...100_000_000
      let employees = try graded(staff, in: everybody).value
      safetyShare = Double(try graded(safety, in: 0...employees).value) / Double(employees)
    }
    return Signatory(
      name: try map.required("name").text(), chineseName: try map.optional("chinese")?.text(),
      isNamed: true, facts: facts, safetyStaffShare: safetyShare)
  }

  /// The named get equal shares; the rest is shared in proportion to 1 / (rank + flatness).
  private static func shares(
    named: Int, namedShare: Double, count: Int, flatness: Double
  ) -> [Double] {
    guard count > named else { return Array(repeating: namedShare, count: named) }
    let weights = (1...(count - named)).map { 1 / (Double($0) + flatness) }
    let rest = 1 - Double(named) * namedShare
    let total = weights.reduce(0, +)
    return Array(repeating: namedShare, count: named) + weights.map { rest * $0 / total }
  }
}

extension Signatory {
  /// One of those that no source names; `number` is its place on the roster, from 1.
  fileprivate static func unnamed(number: Int) -> Signatory {
    let digits = number < 10 ? "0\(number)" : "\(number)"
    return Signatory(
      name: "Signatory \(digits)", chineseName: nil, isNamed: false, facts: [],
      safetyStaffShare: nil)
  }
}
