import Assets
import Queueing

/// A table of true values in the form of the shipped one: model, params, metric, value.
///
/// Comma-separated with the usual quotes; empty lines and lines that begin with # are left
/// out. Models, metrics and parameters are checked when it is read.
package struct TruthTable: Sendable {
  /// A table may not have more rows than this.
  package static let mostRows = 100_000
  private static let header = "model,params,metric,value"

  package let file: String
  package let rows: [TruthRow]

  /// The table that the program carries.
  package static func shipped() throws(TableError) -> TruthTable {
    try TruthTable(parsing: Assets.queueingTruth, file: "queueing_truth.csv")
  }

  /// Reads a table; `file` is the name that errors give it.
  package init(parsing text: String, file: String) throws(TableError) {
    self.file = file
    var rows: [TruthRow] = []
    var hasHeader = false
    let text = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      if line.hasPrefix("#") || line.allSatisfy(\.isWhitespace) { continue }
      let place = (file, index + 1)
      guard hasHeader else {
        guard line.filter({ $0 != " " }) == Self.header else {
          throw Self.wrong(place, "header", line, "\(Self.header)")
        }
        hasHeader = true
        continue
      }
      guard rows.count < Self.mostRows else {
        throw TableError(file: file, line: index + 1, problem: "more than \(Self.mostRows) rows")
      }
      rows.append(try Self.row(line, place))
    }
    guard !rows.isEmpty else {
      throw TableError(file: file, line: nil, problem: "no rows, expected \(Self.header)")
    }
    self.rows = rows
  }

  private typealias Place = (file: String, line: Int)

  private static func wrong(
    _ place: Place, _ field: String, _ found: some StringProtocol, _ expected: String
  ) -> TableError {
    let shown = found.count > 60 ? "\(found.prefix(60))…" : String(found)
    return TableError(
      file: place.file, line: place.line,
      problem: "\(field): got \"\(shown)\", expected \(expected)")
  }

  private static func row(_ line: Substring, _ place: Place) throws(TableError) -> TruthRow {
    let fields = try fields(line, place)
    guard fields.count == 4 else {
      throw TableError(
        file: place.file, line: place.line,
        problem: "got \(fields.count) fields, expected 4: \(header)")
    }
    let spelled = fields[3].filter { !$0.isWhitespace }
    guard let value = Double(spelled), value.isFinite else {
      throw wrong(place, "value", fields[3], "a number")
    }
    let parameters: TheoryParameters
    do { parameters = try TheoryParameters(json: fields[1]) } catch {
      throw TableError(file: place.file, line: place.line, problem: "params: \(error)")
    }
    let model: TheoryModel
    do { model = try Theory.model(fields[0]) } catch {
      let known = Theory.models.map(\.name).joined(separator: ", ")
      throw wrong(place, "model", fields[0], "one of \(known)")
    }
    guard model.metrics.contains(where: { $0.name == fields[2] }) else {
      let known = model.metrics.map(\.name).joined(separator: ", ")
      throw wrong(place, "metric", fields[2], "a metric of \(model.name): \(known)")
    }
    return TruthRow(
      line: place.line, model: fields[0], parameters: parameters, metric: fields[2],
      value: value, spelledValue: spelled)
  }

  /// The fields of a line: quoted ones may hold commas, and quotes written twice.
  private static func fields(_ line: Substring, _ place: Place) throws(TableError) -> [String] {
    var fields = [""]
    var isQuoted = false
    var rest = line[...]
    while let character = rest.popFirst() {
      if isQuoted {
        if character != "\"" {
          fields[fields.count - 1].append(character)
        } else if rest.first == "\"" {
          fields[fields.count - 1].append("\"")
          rest.removeFirst()
        } else {
          isQuoted = false
        }
      } else if character == "\"" && fields[fields.count - 1].isEmpty {
        isQuoted = true
      } else if character == "," {
        fields.append("")
      } else {
        fields[fields.count - 1].append(character)
      }
    }
    guard !isQuoted else {
      throw TableError(
        file: place.file, line: place.line,
        problem: "got a field without its closing quote, expected 4 fields: \(header)")
    }
    return fields
  }
}
