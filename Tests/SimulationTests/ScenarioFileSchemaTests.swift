import Assets
import Testing

@testable import Simulation

/// The shipped JSON Schema against the reader, both ways.
@Suite struct ScenarioFileSchemaTests {
  private static func files() throws -> [(name: String, text: String)] {
    Assets.scenarios + [("maximal", try PackageFile.maximal())]
  }

  private func validator() throws -> SchemaValidator {
    SchemaValidator(
      try FileTree(yaml: PackageFile.text("Assets/scenario.schema.json"), file: "schema"))
  }

  /// Whether the reader finds the shape of a file right, whatever its parts say together.
  private func readerAccepts(_ tree: FileTree) -> Bool {
    let node = FileNode(
      tree: tree, form: ScenarioFormat.root, path: "", ledger: ReadingLedger())
    return (try? node.check()) != nil
  }

  @Test func theShippedSchemaIsTheOneThatTheFormatGives() throws {
    let shipped = try PackageFile.text("Assets/scenario.schema.json")
    #expect(shipped == ScenarioFormat.schema, "Assets/scenario.schema.json is stale: make format")
  }

  @Test func everyScenarioKeepsTheSchema() throws {
    let validator = try validator()
    for (name, text) in try Self.files() {
      #expect(try validator.accepts(FileTree(yaml: text, file: name)), "\(name)")
    }
  }

  // In debug builds the reader asserts that it has read every key that a file has. So when
  // every key of the format stands in some file, the reader reads the whole format.
  @Test func everyKeyOfTheFormatStandsInSomeFileAndIsRead() throws {
    var seen: Set<String> = []
    for (name, text) in try Self.files() {
      _ = try ScenarioFile.parse(text, file: name)
      var places = Places()
      places.walk(try FileTree(yaml: text, file: name), ScenarioFormat.root, kind: "")
      seen.formUnion(places.found.map(\.kind))
    }
    #expect(ScenarioFormat.root.kinds(of: "").subtracting(seen).sorted() == [])
  }

  @Test func keysThatNobodyReadsAreFound() throws {
    let ledger = ReadingLedger()
    let tree = try FileTree(yaml: PackageFile.maximal(), file: "maximal")
    let root = FileNode(tree: tree, form: ScenarioFormat.root, path: "", ledger: ledger)
    _ = try root.map().text("name")
    let unread = try ledger.unread(under: root)
    #expect(unread.contains("title") && unread.contains("policies.terrorism.title"))
    #expect(!unread.contains("name"))
  }

  @Test func schemaAndReaderRefuseTheSameFiles() throws {
    let validator = try validator()
    var seen: Set<String> = []
    var counts = (accepted: 0, refused: 0)
    for (name, text) in [("maximal", try PackageFile.maximal())] + Assets.scenarios {
      let tree = try FileTree(yaml: text, file: name)
      for mutation in Mutation.all(of: tree, seen: &seen) {
        let isAccepted = try validator.accepts(mutation.tree)
        #expect(
          readerAccepts(mutation.tree) == isAccepted,
          "\(name): \(mutation.place): \(mutation.what): the schema says \(isAccepted)")
        if isAccepted { counts.accepted += 1 } else { counts.refused += 1 }
      }
    }
    #expect(counts.accepted > 100 && counts.refused > 1_000)
  }

  @Test func schemaAndReaderMissTheSameKeys() throws {
    let validator = try validator()
    let tree = try FileTree(yaml: PackageFile.maximal(), file: "maximal")
    for (place, lacking) in tree.lackingOneKey(place: "") {
      #expect(
        try readerAccepts(lacking) == validator.accepts(lacking), "without \(place)")
    }
  }
}

extension FileTree {
  /// The tree without each of its keys in turn.
  fileprivate func lackingOneKey(place: String) -> [(place: String, tree: FileTree)] {
    switch content {
    case .scalar: return []
    case .list(let elements):
      return elements.indices.flatMap { index in
        elements[index].lackingOneKey(place: "\(place)[\(index)]").map { place, element in
          var changed = elements
          changed[index] = element
          return (place, with(.list(changed)))
        }
      }
    case .mapping(let entries):
      return entries.indices.flatMap { index -> [(place: String, tree: FileTree)] in
        let key = "\(place).\(entries[index].key.scalar ?? "")"
        var without = entries
        without.remove(at: index)
        let deeper = entries[index].value.lackingOneKey(place: key).map { place, value in
          var changed = entries
          changed[index].value = value
          return (place: place, tree: with(.mapping(changed)))
        }
        return [(key, with(.mapping(without)))] + deeper
      }
    }
  }
}

extension Form {
  /// The kinds of a place and of all places within it, as `Places` names them.
  fileprivate func kinds(of kind: String) -> Set<String> {
    inner(name.map { "#\($0)" } ?? kind).union([kind])
  }

  private func inner(_ kind: String) -> Set<String> {
    func keys(_ form: MappingForm, _ kind: String) -> Set<String> {
      form.keys.reduce(into: []) { $0.formUnion($1.form.kinds(of: form.kind(of: $1, in: kind))) }
    }
    switch resolved {
    case .list(of: let form, _): return form.kinds(of: "\(kind)[]")
    case .entries(of: let form, _): return form.kinds(of: "\(kind).*")
    case .mapping(let form): return keys(form, kind)
    case .tagged(_, let variants, _):
      return variants.reduce(into: []) { $0.formUnion(keys($1.form, "\(kind)<\($1.word)>")) }
    case .either(let key, let with, let without):
      return keys(with, "\(kind)<with \(key)>").union(keys(without, "\(kind)<without \(key)>"))
    default: return []
    }
  }
}
