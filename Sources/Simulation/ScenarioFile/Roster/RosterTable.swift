/// A roster as a table: a row for each company, and further rows for further facts.
///
/// The first row names the columns. A share is relative to the others'; without that column
/// all are alike. Staff, dates and facts need the title of their source in the same row.
struct RosterTable {
  /// The section of the roster that the table stands for.
  let roster: FileTree
  let sources: FileTree

  private static let columns = [
    "name", "chinese", "share", "pledged", "staff", "safety_staff", "fact", "source_title",
    "source_date",
  ]

  init(_ text: String, file: String) throws(ScenarioError) {
    let table = try CSVTable(text, file: file, columns: Self.columns)
    var companies: [Company] = []
    var sources = SourceList()
    for row in table.rows {
      guard let name = row["name"] else { throw row.error("name: expected a name") }
      if let index = companies.firstIndex(where: { $0.name.text == name.text }) {
        try companies[index].add(row, &sources)
      } else {
        companies.append(try Company(row, name: name, hasShares: table.has("share"), &sources))
      }
    }
    let top = Place(file: file, line: 1, column: 1)
    let members = FileTree(content: .list(companies.map(\.tree)), place: top)
    roster = FileTree(content: .mapping([.init("members", members, at: top)]), place: top)
    self.sources = FileTree(content: .mapping(sources.entries), place: top)
  }
}

/// A company of the table as an element of `roster.members`.
private struct Company {
  let name: CSVTable.Cell
  private var entries: [FileTree.Entry]
  private var facts: [FileTree] = []

  init(
    _ row: CSVTable.Row, name: CSVTable.Cell, hasShares: Bool, _ sources: inout SourceList
  ) throws(ScenarioError) {
    self.name = name
    entries = [.init("name", name.tree(isQuoted: true), at: name.place)]
    if let chinese = row["chinese"] {
      entries.append(.init("chinese", chinese.tree(isQuoted: true), at: chinese.place))
    }
    if hasShares {
      guard let share = row["share"] else {
        throw row.error("\"\(name.text)\" has no share, expected a number as in the other rows")
      }
      entries.append(.init("share", share.graded("C"), at: share.place))
    } else {
      let equal = CSVTable.Cell(text: "1", place: name.place)
      entries.append(.init("share", equal.graded("C"), at: name.place))
    }
    for column in ["pledged", "staff", "safety_staff"] {
      guard let cell = row[column] else { continue }
      let source = try sources.key(for: column, cell, of: row)
      entries.append(.init(column, cell.graded("B", source: source), at: cell.place))
    }
    try addFact(of: row, &sources)
  }

  /// Adds the fact of a further row about the same company.
  mutating func add(_ row: CSVTable.Row, _ sources: inout SourceList) throws(ScenarioError) {
    for column in ["chinese", "share", "pledged", "staff", "safety_staff"] {
      guard let cell = row[column] else { continue }
      throw ScenarioError(
        cell.place, "\(column): a further row about \(name.text) may only have a fact")
    }
    guard row["fact"] != nil else {
      throw row.error("\"\(name.text)\" stands twice, first \(name.place.whereabouts)")
    }
    try addFact(of: row, &sources)
  }

  private mutating func addFact(
    of row: CSVTable.Row, _ sources: inout SourceList
  ) throws(ScenarioError) {
    guard let fact = row["fact"] else { return }
    let source = CSVTable.Cell(text: try sources.key(for: "fact", fact, of: row), place: fact.place)
    facts.append(
      FileTree(
        content: .mapping([
          .init("text", fact.tree(isQuoted: true), at: fact.place),
          .init("source", source.tree(isQuoted: true), at: fact.place),
        ]), place: fact.place))
  }

  var tree: FileTree {
    let list = FileTree(content: .list(facts), place: name.place)
    let all = facts.isEmpty ? entries : entries + [.init("facts", list, at: name.place)]
    return FileTree(content: .mapping(all), place: name.place)
  }
}

/// The sources of a table, each under a key of its own.
private struct SourceList {
  private(set) var entries: [FileTree.Entry] = []
  private var keys: [[String]: String] = [:]

  /// The key of the source in a row, which a cell of it needs.
  mutating func key(
    for column: String, _ cell: CSVTable.Cell, of row: CSVTable.Row
  ) throws(ScenarioError) -> String {
    guard let title = row["source_title"] else {
      throw ScenarioError(
        cell.place, "\(column): \"\(cell.text)\" needs a source_title in its row")
    }
    let date = row["source_date"] ?? CSVTable.Cell(text: "undated", place: title.place)
    if let known = keys[[title.text, date.text]] { return known }
    let key = "roster-\(keys.count + 1)"
    keys[[title.text, date.text]] = key
    let source = FileTree(
      content: .mapping([
        .init("title", title.tree(isQuoted: true), at: title.place),
        .init("date", date.tree(isQuoted: true), at: date.place),
      ]), place: title.place)
    entries.append(.init(key, source, at: title.place))
    return key
  }
}

extension FileTree.Entry {
  fileprivate init(_ key: String, _ value: FileTree, at place: Place) {
    self.init(key: FileTree(content: .scalar(key, isQuoted: false), place: place), value: value)
  }
}

extension CSVTable.Cell {
  fileprivate func tree(isQuoted: Bool) -> FileTree {
    FileTree(content: .scalar(text, isQuoted: isQuoted), place: place)
  }

  /// The cell as a value with its provenance.
  fileprivate func graded(_ grade: String, source: String? = nil) -> FileTree {
    func word(_ text: String) -> FileTree { Self(text: text, place: place).tree(isQuoted: false) }
    var entries: [FileTree.Entry] = [
      .init("value", tree(isQuoted: false), at: place), .init("grade", word(grade), at: place),
    ]
    if let source { entries.append(.init("source", word(source), at: place)) }
    return FileTree(content: .mapping(entries), place: place)
  }
}
