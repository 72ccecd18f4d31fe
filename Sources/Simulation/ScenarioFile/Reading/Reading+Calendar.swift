import Moderation
import Queueing

/// The calendar of a scenario: its clock, and where a live session begins.
struct CalendarSection {
  let clock: ScenarioClock
  let opensAt: Microseconds

  init(_ node: FileNode) throws(ScenarioError) {
    let map = try node.map()
    let start = try map.required("start")
    guard let date = ScenarioClock.date(parsing: try start.text()) else { throw start.misread }
    clock = ScenarioClock(
      startDate: date, utcOffsetMinutes: try map.required("utc_offset").offsetMinutes())
    opensAt = try map.required("opens").instant(clock)
  }
}

extension FileNode {
  /// The minutes east of UTC that stand here.
  func offsetMinutes() throws(ScenarioError) -> Int {
    guard let minutes = TextForm.offset(try text()) else { throw misread }
    return minutes
  }

  /// The instant that stands here, at or after the start.
  func instant(_ clock: ScenarioClock) throws(ScenarioError) -> Microseconds {
    guard let instant = clock.instant(parsing: try text(), dateAloneMeans: .start), instant >= 0
    else { throw error("\(excerpt) lies before the start, \(clock.startDate)") }
    return instant
  }

  /// The microseconds since midnight that stand here.
  func timeOfDay() throws(ScenarioError) -> Microseconds {
    guard let (hour, minute) = ScenarioClock.timeOfDay(parsing: try text()) else { throw misread }
    return Microseconds(hour * 60 + minute) * TimeUnit.minute
  }
}

extension Milestone {
  init(_ node: FileNode, clock: ScenarioClock) throws(ScenarioError) {
    let map = try node.map()
    let date = try map.text("date")
    self.init(
      dateText: date, instant: MonthText.firstDay(date).map { clock.instant(of: $0) },
      text: try map.text("text"), source: try node.ledger.source(map.required("source")))
  }

  /// The milestones of a list in the order of their instants, the undated ones last.
  static func all(_ node: FileNode?, clock: ScenarioClock) throws(ScenarioError) -> [Milestone] {
    var milestones: [Milestone] = []
    for element in try node?.list() ?? [] {
      milestones.append(try Milestone(element, clock: clock))
    }
    let ordered = milestones.enumerated().sorted {
      ($0.element.instant ?? .max, $0.offset) < ($1.element.instant ?? .max, $1.offset)
    }
    return ordered.map(\.element)
  }
}

extension PublishedFigure {
  static func all(
    _ node: FileNode?, clock: ScenarioClock
  ) throws(ScenarioError) -> [PublishedFigure] {
    guard let map = try node?.map() else { return [] }
    let asOfNode = try map.required("as_of")
    let asOf = clock.instant(parsing: try asOfNode.text(), dateAloneMeans: .end)
    guard let asOf, asOf > 0 else {
      throw asOfNode.error(expecting: "a date after the start")
    }
    let removed = try map.required("removed").map()
    var figures: [PublishedFigure] = []
    for kind in SubjectKind.allCases {
      guard let figure = removed.optional(kind.name) else { continue }
      figures.append(PublishedFigure(kind: kind, removed: try figure.gradedWhole(), asOf: asOf))
    }
    return figures
  }
}
