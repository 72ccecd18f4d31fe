@testable import Simulation

/// A scenario file with one thing changed, and where.
struct Mutation {
  let place: String
  let what: String
  let tree: FileTree

  /// Every kind of change at every kind of place that a file has.
  ///
  /// `seen` holds the kinds of places (`Places`) that were changed already.
  static func all(of tree: FileTree, seen: inout Set<String>) -> [Mutation] {
    var mutations: [Mutation] = []
    var places = Places()
    places.walk(tree, ScenarioFormat.root, kind: "")
    for (kind, steps) in places.found where seen.insert(kind).inserted {
      for (what, change) in changes {
        guard let changed = tree.changed(at: steps[...], by: change) else { continue }
        mutations.append(Mutation(place: kind, what: what, tree: changed))
      }
    }
    return mutations
  }

  private static let changes: [(String, @Sendable (FileTree) -> FileTree?)] = [
    ("a text", { _ in .quoted("no such text") }),
    ("200 characters", { _ in .quoted(String(repeating: "\u{6587}", count: 200)) }),
    ("201 characters", { _ in .quoted(String(repeating: "\u{6587}", count: 201)) }),
    ("4,001 characters", { _ in .quoted(String(repeating: "a", count: 4_001)) }),
    ("-1", { _ in .plain("-1") }),
    ("a huge number", { _ in .plain("1e18") }),
    ("a number in quotes", { $0.json.map { _ in .quoted("0.5") } }),
    ("true", { _ in .plain("true") }),
    ("null", { _ in .plain("~") }),
    ("an empty list", { $0.with(.list([])) }),
    ("an empty mapping", { $0.with(.mapping([])) }),
    (
      "one element twice as often",
      { tree in
        guard case .list(let elements) = tree.content else { return nil }
        return tree.with(.list(Array(repeating: elements, count: 20).flatMap { $0 }))
      }
    ),
    (
      "a key more",
      { tree in
        guard let entries = tree.entries else { return nil }
        let extra = FileTree.Entry(key: .plain("no_such_key"), value: .plain("1"))
        return tree.with(.mapping(entries + [extra]))
      }
    ),
  ]
}

/// The places of a file by their kinds, with a way to each.
///
/// Places are of one kind when their paths differ only in keys of the writer's choice and in
/// indices; within a named form the path begins anew, with the name, and what stands beside
/// a graded value is of the same kind everywhere.
struct Places {
  /// In the order in which they are found; a kind may come more than once.
  private(set) var found: [(kind: String, steps: [Int])] = []
  private var steps: [Int] = []

  mutating func walk(_ tree: FileTree, _ form: Form, kind: String) {
    found.append((kind, steps))
    let kind = form.name.map { "#\($0)" } ?? kind
    switch (tree.content, form.resolved) {
    case (.list(let elements), .list(of: let form, _)):
      for (index, element) in elements.enumerated() {
        step(index) { $0.walk(element, form, kind: "\(kind)[]") }
      }
    case (.mapping(let entries), .entries(of: let form, _)):
      for (index, entry) in entries.enumerated() {
        step(index) { $0.walk(entry.value, form, kind: "\(kind).*") }
      }
    case (.mapping(let entries), let form):
      guard let mapping = form.mappingForm(for: tree) else { return }
      let kind = kind + form.variantName(for: tree)
      for (index, entry) in entries.enumerated() {
        guard let key = mapping[entry.key.scalar ?? ""] else { continue }
        step(index) { $0.walk(entry.value, key.form, kind: mapping.kind(of: key, in: kind)) }
      }
    default: break
    }
  }

  private mutating func step(_ index: Int, _ walk: (inout Places) -> Void) {
    steps.append(index)
    walk(&self)
    steps.removeLast()
  }
}

extension MappingForm {
  /// The kind of the places under a key.
  func kind(of key: FormKey, in kind: String) -> String {
    let isProvenance = isGraded && ["grade", "source", "note", "range"].contains(key.name)
    return isProvenance ? "#provenance.\(key.name)" : "\(kind).\(key.name)"
  }
}

extension Form {
  var name: String? {
    if case .named(let name, _) = self { name } else { nil }
  }

  /// Which of several mappings stands somewhere, as a part of a kind of place.
  func variantName(for tree: FileTree) -> String {
    switch self {
    case .tagged(let key, _, let without): "<\(tree[key]?.scalar ?? without ?? "")>"
    case .either(let key, _, _): tree[key] == nil ? "<without \(key)>" : "<with \(key)>"
    default: ""
    }
  }
}

extension FileTree {
  func with(_ content: Content) -> FileTree { FileTree(content: content, place: place) }

  /// The tree with the value at the end of the steps changed; nil when there is no change.
  func changed(at steps: ArraySlice<Int>, by change: (FileTree) -> FileTree?) -> FileTree? {
    guard let step = steps.first else { return change(self) }
    switch content {
    case .list(var elements):
      guard let new = elements[step].changed(at: steps.dropFirst(), by: change) else { return nil }
      elements[step] = new
      return with(.list(elements))
    case .mapping(var entries):
      let old = entries[step].value
      guard let new = old.changed(at: steps.dropFirst(), by: change) else { return nil }
      entries[step].value = new
      return with(.mapping(entries))
    case .scalar: return nil
    }
  }
}
