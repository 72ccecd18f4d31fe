import GRDB
import Moderation
import Queueing

/// Holds a session file against itself: its pages, its log, and what was made from it.
///
/// Complexity: O(length) in time, O(days) in memory.
package struct SessionVerifier {
  private let file: SessionFile
  private let facts: ScenarioFacts

  package init(_ file: SessionFile, facts: ScenarioFacts) {
    self.file = file
    self.facts = facts
  }

  /// What there is to check; none depends on another.
  package func checks() -> [SessionCheck] {
    // In one snapshot with how far the file goes, which may be growing.
    let log = Result { () throws(SessionError) in
      try file.read { database in
        let audit = try LogAudit(of: database, path: file.path, facts: facts)
        let isSound = file.extent.damage == nil
        return (
          audit,
          isSound ? try SessionExtent.fetch(from: database, path: file.path) : file.extent
        )
      }
    }
    return [pages, header] + logChecks(log)
  }

  /// What the header says of the scenario beside its text.
  private var header: SessionCheck {
    let header = file.header
    guard header.scenario == facts.name, header.clock == facts.clock else {
      return SessionCheck("header", .failed, "its name and dates are not those of its scenario")
    }
    return SessionCheck("header", .passed, "that of its scenario")
  }

  /// SQLite's own check of its structure.
  private var pages: SessionCheck {
    let faults = Result { () throws(SessionError) in
      try file.read { try String.fetchAll($0, sql: "PRAGMA integrity_check(1)") }
    }
    switch faults {
    case .success(["ok"]): return SessionCheck("pages", .passed, "all in order")
    case .success(let faults):
      return SessionCheck("pages", .failed, faults.joined(separator: "; "))
    case .failure(let error): return SessionCheck("pages", .failed, "\(error)")
    }
  }

  private func logChecks(
    _ log: Result<(LogAudit, SessionExtent), SessionError>
  ) -> [SessionCheck] {
    let (audit, extent): (LogAudit, SessionExtent)
    switch log {
    case .failure(let error):
      return [SessionCheck("log", .failed, file.extent.damage ?? "\(error)")]
    case .success(let found): (audit, extent) = found
    }
    if let fault = audit.fault { return [SessionCheck("log", .failed, fault)] }
    let isComplete = audit.fingerprint.events == extent.events && extent.damage == nil
    let found = audit.fingerprint.hex
    return [
      SessionCheck(
        "log", isComplete ? .passed : .failed,
        extent.damage ?? "\(audit.fingerprint.events) events of \(extent.events)"),
      SessionCheck(
        "fingerprint", found == extent.fingerprint ? .passed : .failed,
        found == extent.fingerprint
          ? found : "\(found) in the log, \(extent.fingerprint ?? "none") in the file"),
      SessionCheck(
        "tables", audit.tableFault == nil ? .passed : .failed,
        audit.tableFault ?? "decisions, counts, interventions and names are those of the log"),
      audit.keyframes.result,
    ]
  }
}
