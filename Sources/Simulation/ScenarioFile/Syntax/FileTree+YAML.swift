import Yams

extension FileTree {
  /// The most values that a file may have: far more than any scenario needs.
  private static let greatestSize = 200_000

  /// The tree of a YAML text; `file` names it in errors.
  init(yaml text: String, file: String) throws(ScenarioError) {
    // Aliases share their anchor's value in memory, so a short text can stand for a tree
    // that would not fit: the budget is spent before it grows.
    var budget = Self.greatestSize
    self = try Self.tree(of: Self.compose(text, file: file), file: file, budget: &budget)
  }

  private static func compose(_ text: String, file: String) throws(ScenarioError) -> Node {
    do {
      if let node = try Yams.compose(yaml: text) { return node }
    } catch let error as YamlError {
      throw YAMLFault(in: text, file: file).error(error)
    } catch {
      throw ScenarioError(Place(file: file), "\(error)")
    }
    throw ScenarioError(Place(file: file), "the file is empty")
  }

  private static func tree(
    of node: Node, file: String, budget: inout Int
  ) throws(ScenarioError) -> FileTree {
    let place = Place(file: file, line: node.mark?.line, column: node.mark?.column)
    budget -= 1
    guard budget > 0 else { throw ScenarioError(place, "more than \(greatestSize) values") }
    switch node {
    case .scalar(let scalar):
      let isQuoted = scalar.style != .plain && scalar.style != .any
      return FileTree(content: .scalar(scalar.string, isQuoted: isQuoted), place: place)
    case .sequence(let sequence):
      var elements: [FileTree] = []
      for element in sequence {
        elements.append(try tree(of: element, file: file, budget: &budget))
      }
      return FileTree(content: .list(elements), place: place)
    case .mapping(let mapping):
      var entries: [Entry] = []
      for (key, value) in mapping {
        entries.append(
          Entry(
            key: try tree(of: key, file: file, budget: &budget),
            value: try tree(of: value, file: file, budget: &budget)))
      }
      return FileTree(content: .mapping(entries), place: place)
    case .alias:
      throw ScenarioError(place, "an alias of nothing")
    }
  }
}
