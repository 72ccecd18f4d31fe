import Dashboard
import Foundation
import Moderation
import Queueing
import Recording
import Session

/// A session file for people and for programs.
///
/// The JSON keys are stable; `simulated` says that none of it is a fact about a company.
struct SessionReport: Encodable {
  /// An instant that a user has marked.
  struct Marker: Encodable {
    let at: String
    let note: String
  }

  /// What the report says beside its head; nil is what the file does not say.
  private struct Facts: Encodable {
    let file: String
    let bytes: Int
    let simulated = true
    var start: String?
    var until: String?
    /// The length, in days of the scenario.
    var days: Double?
    var events: Int?
    var fingerprint: String?
    var isClosed: Bool?
    var recordedAt: String?
    var program: String?
    var session: String?
    var parent: String?
    /// The file of the parent, where it is in the same folder.
    var parentFile: String?
    var parentUntil: String?
    /// Nil in a list.
    var markers: [Marker]?
    /// What is lost, or why nothing can be read; nil when all is well.
    var damage: String?
  }

  /// Which scenario and seed; nil where nothing can be read.
  private let head: ReportHead?
  private var facts: Facts

  private init(_ session: SessionFile) {
    let header = session.header
    let extent = session.extent
    head = ReportHead(
      scenario: header.scenario, changes: header.scenarioChanges ?? .none, seed: header.seed,
      interventions: Self.interventions(of: session))
    facts = Facts(
      file: Sanitizer.clean(session.path), bytes: Self.size(of: session.path),
      start: header.clock.iso8601(at: 0), until: header.clock.iso8601(at: extent.end),
      days: Double(extent.end) / Double(TimeUnit.day), events: extent.events,
      fingerprint: extent.fingerprint, isClosed: extent.isClosed,
      recordedAt: ScenarioClock.utc(header.recordedAt), program: Sanitizer.clean(header.program),
      session: Sanitizer.clean(header.id), parent: header.parent.map { Sanitizer.clean($0.id) },
      parentUntil: header.parent.map { header.clock.iso8601(at: $0.time) }, damage: extent.damage)
  }

  /// What a user changed while it was recorded; nothing where that cannot be read.
  private static func interventions(of session: SessionFile) -> [ReportHead.Change] {
    // The scenario is read only where there may be any.
    guard (try? session.interventionNumbers(through: session.extent.end))?.isEmpty == false,
      let recorded = try? RecordedSession(session),
      let interventions = try? recorded.interventions(through: session.extent.end)
    else { return [] }
    return interventions.map { ReportHead.Change($0, recorded.facts) }
  }

  /// A file by itself: with its markers, and the file of its parent.
  init(of session: SessionFile) throws {
    self.init(session)
    let clock = session.header.clock
    facts.markers = try session.markers().map {
      Marker(at: clock.iso8601(at: $0.time), note: Sanitizer.clean($0.note))
    }
    if let parent = session.header.parent {
      let folder = URL(fileURLWithPath: session.path).deletingLastPathComponent().path
      let file = SessionFolder.files(in: folder).first {
        (try? SessionFile.open($0))?.header.id == parent.id
      }
      facts.parentFile = file.map(Sanitizer.clean)
    }
  }

  /// A file in a list: one that cannot be read has its line as well.
  init(listing path: String) {
    do throws(SessionError) {
      self.init(try SessionFile.open(path))
    } catch {
      self.init(
        head: nil,
        facts: Facts(
          file: Sanitizer.clean(path), bytes: Self.size(of: path),
          damage: Sanitizer.clean("\(error)")))
    }
  }

  private init(head: ReportHead?, facts: Facts) {
    self.head = head
    self.facts = facts
  }

  func encode(to encoder: any Encoder) throws {
    try head?.encode(to: encoder)
    try facts.encode(to: encoder)
  }

  // MARK: Text

  /// A line a session.
  static func table(_ reports: [SessionReport]) -> TextTable {
    let rows = reports.map { report -> [String] in
      let facts = report.facts
      var row = [String(facts.file.split(separator: "/").last ?? "")]
      row.append(facts.session.map(Self.short) ?? "")
      row.append(report.head?.name ?? "")
      row.append(report.head.map { "\($0.seed)" } ?? "")
      row.append(facts.until.map { String($0.prefix(16)) } ?? "")
      row.append(facts.days.map { Dashboard.Format.fixed($0, 1) } ?? "")
      row.append(facts.events.map(Dashboard.Format.count) ?? "")
      return row + [Self.text(bytes: facts.bytes), report.state]
    }
    return TextTable(
      titles: ["file", "id", "scenario", "seed", "until", "days", "events", "size", "state"],
      rows: rows, leftColumns: [0, 1, 2, 4, 8])
  }

  /// A line a fact.
  var text: String {
    let perEvent = facts.events.map {
      $0 == 0 ? "" : ", \(Format.fixed(Double(facts.bytes) / Double($0), 1)) an event"
    }
    let lines: [(String, String?)] = [
      ("file", facts.file), ("scenario", head?.name), ("seed", head.map { "\($0.seed)" }),
      ("start", facts.start), ("until", facts.until),
      ("events", facts.events.map(Dashboard.Format.count)),
      ("size", Self.text(bytes: facts.bytes) + (perEvent ?? "")),
      ("fingerprint", facts.fingerprint), ("state", state), ("recorded at", facts.recordedAt),
      ("by modtop", facts.program), ("session", facts.session), ("forked from", facts.parent),
      ("its file", facts.parent == nil ? nil : facts.parentFile ?? "not in this folder"),
      ("at", facts.parentUntil), ("damage", facts.damage),
    ]
    let markers = (facts.markers ?? []).map { ("marker", "\($0.at)  \($0.note)") }
    return
      (["SIMULATION"] + (head?.notes ?? [])
      + (lines + markers).compactMap { name, value in
        value.map { name + String(repeating: " ", count: 13 - name.count) + $0 }
      }).joined(separator: "\n")
  }

  private var state: String {
    guard facts.damage == nil else { return facts.events == nil ? "cannot be read" : "damaged" }
    let fork = facts.parent.map { ", fork of \(Self.short($0))" } ?? ""
    return (facts.isClosed == true ? "complete" : "being recorded, or cut short") + fork
  }

  /// The beginning of a session's id, by which lists name it.
  private static func short(_ id: String) -> String { String(id.prefix(8)) }

  // MARK: Size

  /// What the file takes, with the log that SQLite keeps beside it while it is written.
  private static func size(of path: String) -> Int {
    [path, "\(path)-wal"].reduce(0) { sum, path in
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      return sum + (attributes?[.size] as? Int ?? 0)
    }
  }

  private static func text(bytes: Int) -> String {
    bytes < 1_000_000
      ? "\(Format.fixed(Double(bytes) / 1e3, 1)) kB" : "\(Format.fixed(Double(bytes) / 1e6, 1)) MB"
  }
}

extension ScenarioClock {
  /// An instant of wall time in seconds since 1970, as in `2016-04-12T01:41:05+00:00`.
  fileprivate static func utc(_ seconds: Int64) -> String {
    let epoch = ScenarioClock(startDate: CivilDate(daysSinceEpoch: 0), utcOffsetMinutes: 0)
    // Any number may stand in a file.
    let limit: Int64 = 1 << 40
    return epoch.iso8601(at: max(-limit, min(limit, seconds)) * 1_000_000)
  }
}
