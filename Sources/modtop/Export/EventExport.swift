import Moderation

/// Events as lines of text.
struct EventExport {
  enum Format: String, CaseIterable {
    /// A JSON object a line, without the values that an event does not have.
    case jsonl
    /// Comma-separated values (RFC 4180) with a line of names.
    case csv
  }

  private let format: Format
  private var row: EventCells
  /// The lines since they were last taken.
  private(set) var bytes: [UInt8] = []
  private let names: [[UInt8]]

  init(_ format: Format, facts: ScenarioFacts) {
    self.format = format
    row = EventCells(facts)
    let columns = EventCells.Column.allCases.map(\.name)
    names = columns.map { Array("\"\($0)\":".utf8) }
    if format == .csv { bytes += Array((columns.joined(separator: ",") + "\r\n").utf8) }
  }

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  mutating func add(_ event: Event, number: Int) {
    row.set(event, number: number)
    switch format {
    case .jsonl: addObject()
    case .csv: addLine()
    }
  }

  private mutating func addObject() {
    var separator = UInt8(ascii: "{")
    for (cell, name) in zip(row.cells, names) {
      if case .none = cell { continue }
      bytes.append(separator)
      separator = UInt8(ascii: ",")
      bytes += name
      if case .text(let text) = cell { add(quoted: text) } else { add(cell) }
    }
    bytes += [UInt8(ascii: "}"), UInt8(ascii: "\n")]
  }

  private mutating func addLine() {
    for (index, cell) in row.cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      if case .text(let text) = cell { add(field: text) } else { add(cell) }
    }
    bytes += [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
  }

  private mutating func add(_ cell: EventCells.Cell) {
    switch cell {
    case .none: break
    case .number(let number): bytes += Array("\(number)".utf8)
    case .real(let number): bytes += Array("\(number)".utf8)
    case .flag(let flag): bytes += Array("\(flag)".utf8)
    case .text(let text): bytes += Array(text.utf8)
    }
  }

  /// A JSON string; what comes here has no control characters.
  private mutating func add(quoted text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        bytes.append(UInt8(ascii: "\\"))
      }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func add(field text: String) {
    let special: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: "\"")]
    guard text.utf8.contains(where: special.contains) else {
      bytes += Array(text.utf8)
      return
    }
    let doubled = text.split(separator: "\"", omittingEmptySubsequences: false)
    bytes += Array("\"\(doubled.joined(separator: "\"\""))\"".utf8)
  }
}
