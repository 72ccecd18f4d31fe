import GRDB
import Moderation
import Queueing

/// The whole log read once, and the tables that were made from it held against it.
struct LogAudit {
  private(set) var fingerprint = LogFingerprint()
  /// Why the log could not be read to its end; nil when it could.
  private(set) var fault: String?
  /// Where another table says something else than the log; nil when none does.
  private(set) var tableFault: String?
  private(set) var keyframes: KeyframeAudit

  private let check: EventCheck
  private var moves = MoveCounts()
  private var interventions: [InterventionRow] = []
  private var time: Microseconds = 0

  init(of database: Database, path: String, facts: ScenarioFacts) throws {
    check = EventCheck(facts)
    keyframes = try KeyframeAudit(of: database, facts: facts)
    let decided = try Row.fetchCursor(database, sql: "SELECT * FROM decided ORDER BY event")
    let states = try KeyframeAudit.rows(of: database)
    try keyframes.start(states)
    while let chunk = try ChunkRow.fetch(
      containing: fingerprint.events, from: database, path: path)
    {
      do {
        try read(chunk, decided, states)
      } catch let error as ChunkError {
        fault = "\(error)"
      }
      if fault != nil { return }
    }
    if try decided.next() != nil { note("there are more decisions than in the log") }
    if try MoveCounts.fetch(from: database) != moves {
      note("the changes of standing are not those of the log")
    }
    let rows = try Row.fetchAll(database, sql: "SELECT * FROM interventions ORDER BY event")
    if rows.map({ Array($0.databaseValues) }) != interventions.map(\.values) {
      note("the interventions are not those of the log")
    }
    if try !NameTable.isSound(in: database, facts) { note("the names are not the scenario's") }
  }

  private mutating func read(_ chunk: ChunkRow, _ decided: RowCursor, _ states: RowCursor) throws {
    guard chunk.info.first == fingerprint.events else {
      fault = "the chunk of event \(fingerprint.events) begins with another event"
      return
    }
    var decoder = try chunk.decoder()
    while let event = try decoder.next() {
      let number = fingerprint.events
      guard event.time >= time, check.isSound(event) else {
        fault = "event \(number) makes no sense"
        return
      }
      time = event.time
      fingerprint.add(event)
      moves.add(event)
      try keyframes.add(event, states)
      if let row = InterventionRow(event, number: number) { interventions.append(row) }
      guard let row = DecisionRow(event, number: number) else { continue }
      if try decided.next().map(DecisionRow.init) != row {
        note("decision \(number) is not that of the log")
      }
    }
  }

  private mutating func note(_ fault: String) { tableFault = tableFault ?? fault }
}
