import Moderation
import Queueing

/// Reads the sections of a scenario file that share its list of sources.
final class SectionReader {
  let sources: [Source]
  /// The provenance of every graded value read so far.
  private(set) var provenance: [ProvenanceEntry] = []

  /// The number of review teams, known once the section on review was read.
  var teamCount = 1

  init(sources: [Source]) { self.sources = sources }

  // MARK: Graded values

  /// The keys of a value with its provenance, beside those of the value itself.
  private static let provenanceKeys = ["grade", "source", "note"]

  /// A graded number for which `isAllowed` holds.
  func graded(
    _ node: FileNode, _ expected: String, where isAllowed: (Double) -> Bool
  ) throws(ScenarioError) -> Graded<Double> {
    let map = try node.map(["value"] + Self.provenanceKeys)
    return try grade(map.required("value").number(expected, where: isAllowed), in: map)
  }

  func graded(
    _ node: FileNode, in range: ClosedRange<Int>
  ) throws(ScenarioError) -> Graded<Int> {
    let map = try node.map(["value"] + Self.provenanceKeys)
    return try grade(map.required("value").integer(in: range), in: map)
  }

  func probability(_ node: FileNode) throws(ScenarioError) -> Graded<Double> {
    try graded(node, "a probability from 0 to 1") { (0...1).contains($0) }
  }

  /// Hours above 0, at most a year of 366 days.
  func hours(_ node: FileNode) throws(ScenarioError) -> Graded<Double> {
    try graded(node, "hours above 0, at most 8784") { $0 > 0 && $0 <= 8_784 }
  }

  func score(_ node: FileNode) throws(ScenarioError) -> Graded<Double> {
    try graded(node, "a score from -8 to 16") { (-8...16).contains($0) }
  }

  /// A graded list of `count` factors above 0 with mean 1.
  func factors(_ node: FileNode, count: Int) throws(ScenarioError) -> Graded<[Double]> {
    let map = try node.map(["value"] + Self.provenanceKeys)
    let values = try map.required("value")
    var factors: [Double] = []
    for element in try values.list() {
      factors.append(try element.number("a factor of 0 or more") { $0 >= 0 })
    }
    guard factors.count == count else {
      throw values.error("\(factors.count) factors, expected \(count)")
    }
    let mean = factors.reduce(0, +) / Double(count)
    guard abs(mean - 1) <= 1e-6 else {
      throw values.error("the factors have mean \((mean * 1e6).rounded() / 1e6), expected 1")
    }
    return try grade(factors, in: map)
  }

  /// Adds the provenance that stands beside a value.
  func grade<Value>(_ value: Value, in map: FileMap) throws(ScenarioError) -> Graded<Value> {
    let gradeNode = try map.required("grade")
    let grade = try gradeNode.word(of: Grade.self)
    let source = map.optional("source")
    if let source { try checkSource(source) }
    if source == nil, grade != .assumption {
      throw gradeNode.error("grade \(grade.rawValue) needs a source")
    }
    let graded = Graded(
      value, grade: grade, source: try source?.text(), note: try map.optional("note")?.text())
    provenance.append(
      ProvenanceEntry(
        path: map.at.path, value: map.statement(without: Self.provenanceKeys),
        grade: grade, source: graded.source, note: graded.note))
    return graded
  }

  private func checkSource(_ node: FileNode) throws(ScenarioError) {
    let keys = sources.map(\.key)
    _ = try node.word(of: keys) { keys.contains($0) ? $0 : nil }
  }

  // MARK: Calendar and published figures

  func calendar(
    _ node: FileNode
  ) throws(ScenarioError) -> (clock: ScenarioClock, opensAt: Microseconds) {
    let map = try node.map(["start", "utc_offset", "opens"])
    let start = try map.required("start")
    guard let date = ScenarioClock.date(parsing: try start.text()) else {
      throw start.error("\(start.excerpt), expected a date such as 2016-01-01")
    }
    let clock = ScenarioClock(
      startDate: date, utcOffsetMinutes: try utcOffset(map.required("utc_offset")))
    let opens = try map.required("opens")
    let opensAt = clock.instant(parsing: try opens.text(), dateAloneMeans: .start)
    guard let opensAt, opensAt >= 0 else {
      throw opens.error(
        "\(opens.excerpt), expected a date and time from the start on, such as 2016-04-12 09:00")
    }
    return (clock, opensAt)
  }

  private func utcOffset(_ node: FileNode) throws(ScenarioError) -> Int {
    let text = try node.text()
    let sign = text.first == "-" ? -1 : 1
    guard text.first == "+" || text.first == "-",
      let (hour, minute) = ScenarioClock.timeOfDay(parsing: text.dropFirst()), hour <= 14
    else { throw node.error("\(node.excerpt), expected an offset such as \"+08:00\"") }
    return sign * (hour * 60 + minute)
  }

  func published(
    _ node: FileNode, clock: ScenarioClock
  ) throws(ScenarioError) -> [PublishedFigure] {
    let map = try node.map(["as_of", "removed"])
    let asOfNode = try map.required("as_of")
    let asOf = clock.instant(parsing: try asOfNode.text(), dateAloneMeans: .end)
    guard let asOf, asOf > 0 else {
      throw asOfNode.error("\(asOfNode.excerpt), expected a date after the start")
    }
    let removed = try map.required("removed").map(SubjectKind.allCases.map(\.name))
    var figures: [PublishedFigure] = []
    for kind in SubjectKind.allCases {
      guard let figure = removed.optional(kind.name) else { continue }
      figures.append(
        PublishedFigure(
          kind: kind, removed: try graded(figure, in: 1...1_000_000_000_000), asOf: asOf))
    }
    return figures
  }
}
