import Dashboard
import Moderation
import Queueing

/// The counters of a run as it stands, for people and for programs.
///
/// The JSON keys are stable; `simulated` says that none of it is a fact about a company.
struct CounterReport: Encodable {
  /// The counters of one kind, or of all.
  struct Counters: Encodable {
    let screened: Int
    let reviewed: Int
    let removed: Int
    let removedByScreening: Int
    let removedByReview: Int
    let removedWrongly: Int
    let appealed: Int
    let overturned: Int
    let restoredUnasked: Int
    let removedWronglyNeverAppealed: Int
    let missed: Int
    let violatingUndecided: Int
    let waiting: Int
    let inReview: Int
    /// The figure that was published, and for when, where there is one.
    let published: Int?
    let publishedAsOf: String?
  }

  let scenario: String
  let simulated = true
  let seed: UInt64
  let until: String
  let counters: [String: Counters]
  let events: Int
  let fingerprint: String

  init(_ projection: Projection, seed: UInt64) {
    let facts = projection.facts
    self.seed = seed
    scenario = Sanitizer.clean(facts.name)
    until = facts.clock.iso8601(at: projection.now)
    events = projection.fingerprint.events
    fingerprint = projection.fingerprint.hex
    var counters = ["total": Counters(projection.totals.reduce(Tally(), +), nil, facts.clock)]
    for kind in SubjectKind.allCases {
      counters[kind.name] = Counters(
        projection.totals[kind.index], facts.publishedFigure(for: kind), facts.clock)
    }
    self.counters = counters
  }

  /// A table, a row per kind.
  var text: String {
    let columns: [(String, (Counters) -> Int)] = [
      ("screened", \.screened), ("reviewed", \.reviewed), ("removed", \.removed),
      ("wrongly", \.removedWrongly), ("never appealed", \.removedWronglyNeverAppealed),
      ("missed", \.missed), ("waiting", \.waiting),
    ]
    func cell(_ text: String) -> String {
      String(repeating: " ", count: max(1, 16 - text.count)) + text
    }
    func row(_ name: String, _ cells: [String]) -> String {
      name + String(repeating: " ", count: max(1, 9 - name.count))
        + cells.map(cell).joined()
    }
    var lines = ["SIMULATION  \(scenario)  seed \(seed)  until \(until)"]
    lines.append(row("", columns.map(\.0) + ["published"]))
    for name in SubjectKind.allCases.map(\.name) + ["total"] {
      guard let counters = counters[name] else { continue }
      let published = counters.published.map { "\($0)" } ?? "–"
      lines.append(row(name, columns.map { "\($0.1(counters))" } + [published]))
    }
    lines.append("\(events) events, log fingerprint \(fingerprint)")
    return lines.joined(separator: "\n")
  }
}

extension CounterReport.Counters {
  fileprivate init(_ tally: Tally, _ figure: PublishedFigure?, _ clock: ScenarioClock) {
    screened = tally.screened
    reviewed = tally.reviewed
    removed = tally.removed
    removedByScreening = tally.removedByScreening
    removedByReview = tally.removedByReview
    removedWrongly = tally.wronglyRemoved
    appealed = tally.appealed
    overturned = tally.overturned
    restoredUnasked = tally.restoredUnasked
    removedWronglyNeverAppealed = tally.neverAppealed
    missed = tally.missed
    violatingUndecided = tally.undecided
    waiting = tally.waiting
    inReview = tally.inReview
    published = figure?.removed.value
    publishedAsOf = figure.map { clock.iso8601(at: $0.asOf) }
  }
}
