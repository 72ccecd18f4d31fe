/// What may stand at a place of a scenario file.
///
/// `ScenarioFormat` describes the whole format with it, once: files are checked against
/// that description, and the JSON Schema is printed from it.
indirect enum Form: Sendable {
  /// Any text that is not empty, up to a number of characters.
  case text(most: Int)
  case pattern(TextForm)
  /// One of some words.
  case word([String])
  /// `true` or `false`.
  case flag
  case number(NumberForm)
  case whole(ClosedRange<Int>)
  case list(of: Form, count: ClosedRange<Int>)
  /// A mapping with certain keys and no others.
  case mapping(MappingForm)
  /// A mapping with keys of the writer's choice, in an order that may matter.
  case entries(of: Form, count: ClosedRange<Int>)
  /// One of several mappings, told apart by the word under a key; `without` is the one
  /// that is meant when the key is absent.
  case tagged(key: String, [Variant], without: String?)
  /// One of two mappings, told apart by whether a key is there.
  case either(key: String, with: MappingForm, without: MappingForm)
  /// Another form under a name, under which the schema defines it once.
  case named(String, Form)

  /// What stands in a line or a cell of a screen.
  static let line = Form.text(most: 200)
  /// What is read as sentences.
  static let prose = Form.text(most: 4_000)

  struct Variant: Sendable {
    let word: String
    let form: MappingForm
  }

  /// The form itself, without its name.
  var resolved: Form {
    if case .named(_, let form) = self { form.resolved } else { self }
  }
}

/// The keys that a mapping may have.
struct MappingForm: Sendable {
  let keys: [FormKey]
  /// Whether the mapping is a value with its provenance: `grade` and the keys beside it
  /// are among `keys`, and any grade but C needs a source.
  let isGraded: Bool

  init(_ keys: [FormKey]) {
    self.keys = keys
    isGraded = false
  }

  /// A value, made of some keys, with its provenance.
  init(graded keys: [FormKey]) {
    self.keys = keys + FormKey.provenance
    isGraded = true
  }

  var names: [String] { keys.map(\.name) }

  subscript(name: String) -> FormKey? { keys.first { $0.name == name } }
}

/// A key of a mapping and what may stand under it.
struct FormKey: Sendable {
  let name: String
  let form: Form
  /// What it means, in a few words, for readers of the schema.
  let summary: String
  let isRequired: Bool

  static func required(_ name: String, _ form: Form, _ summary: String) -> FormKey {
    FormKey(name: name, form: form, summary: summary, isRequired: true)
  }

  static func optional(_ name: String, _ form: Form, _ summary: String) -> FormKey {
    FormKey(name: name, form: form, summary: summary, isRequired: false)
  }
}
