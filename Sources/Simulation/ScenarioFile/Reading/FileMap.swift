import Moderation
import Queueing

/// A mapping whose keys have been checked.
struct FileMap {
  /// The mapping itself, for errors about it as a whole.
  let at: FileNode
  let form: MappingForm

  /// The keys that the file has, in its order.
  var entries: [(key: String, value: FileNode)] {
    (at.tree.entries ?? []).compactMap { entry in
      guard let key = form[entry.key.scalar ?? ""] else { return nil }
      return (key.name, at.child(entry.value, key.form, key: key.name))
    }
  }

  /// The value of a key, or nil when the file does not have it.
  func optional(_ name: String) -> FileNode? {
    guard let key = form[name] else {
      assertionFailure("\(at.path) has no key \(name) in the format")
      return nil
    }
    guard let tree = at.tree[name] else { return nil }
    let node = at.child(tree, key.form, key: name)
    at.ledger.touch(node.path)
    return node
  }

  /// The value of a key that must be there.
  func required(_ name: String) throws(ScenarioError) -> FileNode {
    guard let found = optional(name) else {
      throw at.error(form[name]?.absence ?? "key \"\(name)\" is missing")
    }
    return found
  }

  func text(_ name: String) throws(ScenarioError) -> String { try required(name).text() }

  func flag(_ name: String) throws(ScenarioError) -> Bool { try required(name).flag() }

  func index(_ name: String, in names: [String]) throws(ScenarioError) -> Int {
    try required(name).index(in: names)
  }

  // MARK: Graded values

  func number(_ name: String) throws(ScenarioError) -> Graded<Double> {
    try required(name).gradedNumber()
  }

  /// The number under a key, or an assumption of ours when the file does not have it.
  func number(_ name: String, or assumption: Double) throws(ScenarioError) -> Graded<Double> {
    try optional(name)?.gradedNumber() ?? Graded(assumption, grade: .assumption)
  }

  func whole(_ name: String) throws(ScenarioError) -> Graded<Int> {
    try required(name).gradedWhole()
  }
}

extension FileNode {
  func gradedNumber() throws(ScenarioError) -> Graded<Double> {
    let map = try map()
    let value = try map.required("value").number()
    return try ledger.grade(value, in: map, range: range(around: value, in: map))
  }

  func gradedWhole() throws(ScenarioError) -> Graded<Int> {
    let map = try map()
    let value = try map.required("value").whole()
    return try ledger.grade(value, in: map, range: range(around: Double(value), in: map))
  }

  /// The range beside a value, which must hold it.
  private func range(
    around value: Double, in map: FileMap
  ) throws(ScenarioError) -> ClosedRange<Double>? {
    guard let node = map.optional("range") else { return nil }
    let ends = try node.list()
    let (low, high) = (try ends[0].number(), try ends[1].number())
    guard low <= high else {
      throw node.error(
        "\(low.written) and \(high.written): the first must not exceed the second")
    }
    guard (low...high).contains(value) else {
      throw node.error(
        "\(low.written) to \(high.written) does not hold the value, \(value.written)")
    }
    return low...high
  }
}
