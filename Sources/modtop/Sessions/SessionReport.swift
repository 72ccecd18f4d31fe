import Dashboard
import Foundation
import Moderation
import Queueing
import Recording

/// A session file for people and for programs.
///
/// The JSON keys are stable; `simulated` says that none of it is a fact about a company.
struct SessionReport: Encodable {
  let file: String
  let bytes: Int
  let simulated = true
  let scenario: String?
  let seed: UInt64?
  let start: String?
  let until: String?
  /// The length, in days of the scenario.
  let days: Double?
  let events: Int?
  let fingerprint: String?
  let isClosed: Bool?
  let recordedAt: String?
  let program: String?
  let session: String?
  let parent: String?
  let parentUntil: String?
  /// What is lost, or why nothing can be read; nil when all is well.
  let damage: String?

  init(_ session: SessionFile) {
    let header = session.header
    let extent = session.extent
    file = Sanitizer.clean(session.path)
    bytes = Self.size(of: session.path)
    scenario = Sanitizer.clean(header.scenario)
    seed = header.seed
    start = header.clock.iso8601(at: 0)
    until = header.clock.iso8601(at: extent.end)
    days = Double(extent.end) / Double(TimeUnit.day)
    events = extent.events
    fingerprint = extent.fingerprint
    isClosed = extent.isClosed
    recordedAt = ScenarioClock.utc(header.recordedAt)
    program = Sanitizer.clean(header.program)
    self.session = Sanitizer.clean(header.id)
    parent = header.parent.map { Sanitizer.clean($0.id) }
    parentUntil = header.parent.map { header.clock.iso8601(at: $0.time) }
    damage = extent.damage
  }

  /// A file in a list: one that cannot be read has its line as well.
  init(listing path: String) {
    do throws(SessionError) {
      self.init(try SessionFile.open(path))
    } catch { self.init(path, error) }
  }

  private init(_ path: String, _ error: SessionError) {
    file = Sanitizer.clean(path)
    bytes = Self.size(of: path)
    (scenario, seed, start, until, days, events) = (nil, nil, nil, nil, nil, nil)
    (fingerprint, isClosed, recordedAt, program, session) = (nil, nil, nil, nil, nil)
    (parent, parentUntil) = (nil, nil)
    damage = Sanitizer.clean("\(error)")
  }

  /// A line a session.
  static func table(_ reports: [SessionReport]) -> String {
    let rows = reports.map { report -> [String] in
      var row = [String(report.file.split(separator: "/").last ?? ""), report.scenario ?? ""]
      row.append(report.seed.map { "\($0)" } ?? "")
      row.append(report.until.map { String($0.prefix(16)) } ?? "")
      row.append(report.days.map { Dashboard.Format.fixed($0, 1) } ?? "")
      row.append(report.events.map(Dashboard.Format.count) ?? "")
      return row + [Self.text(bytes: report.bytes), report.state]
    }
    return TextTable(
      titles: ["file", "scenario", "seed", "until", "days", "events", "size", "state"],
      rows: rows, leftColumns: [0, 1, 3, 7]
    ).text
  }

  /// A line a fact.
  var text: String {
    let perEvent = events.map {
      $0 == 0 ? "" : ", \(Format.fixed(Double(bytes) / Double($0), 1)) an event"
    }
    let lines: [(String, String?)] = [
      ("file", file), ("scenario", scenario), ("seed", seed.map { "\($0)" }), ("start", start),
      ("until", until), ("events", events.map(Dashboard.Format.count)),
      ("size", Self.text(bytes: bytes) + (perEvent ?? "")), ("fingerprint", fingerprint),
      ("state", state), ("recorded at", recordedAt), ("by modtop", program),
      ("session", session), ("forked from", parent), ("at", parentUntil), ("damage", damage),
    ]
    return "SIMULATION\n"
      + lines.compactMap { name, value in
        value.map { name + String(repeating: " ", count: 13 - name.count) + $0 }
      }.joined(separator: "\n")
  }

  private var state: String {
    guard damage == nil else { return events == nil ? "cannot be read" : "damaged" }
    let fork = parent == nil ? "" : ", a fork"
    return (isClosed == true ? "complete" : "being recorded, or cut short") + fork
  }

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
