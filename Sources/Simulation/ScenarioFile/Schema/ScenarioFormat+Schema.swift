extension ScenarioFormat {
  /// The JSON Schema, draft 2020-12, of scenario files, as text.
  ///
  /// It says what the shape of a file must be; whether its parts fit each other, only
  /// reading it tells.
  package static var schema: String {
    var definitions: [String: JSONTree] = [:]
    let entries = root.schemaEntries(&definitions)
    let ordered = definitions.sorted { $0.key < $1.key }.map { (key: $0.key, value: $0.value) }
    let schema = JSONTree.object(
      [
        ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
        ("title", .string("modtop scenario, format \(version)")),
        (
          "description",
          .string("A moderation regime and the world it works in, for modtop to simulate.")
        ),
      ] + entries + [("$defs", .object(ordered))])
    return schema.text() + "\n"
  }
}

extension Form {
  typealias Entries = [(key: String, value: JSONTree)]

  /// The schema of the form; named forms go into the definitions.
  func schemaEntries(_ definitions: inout [String: JSONTree]) -> Entries {
    switch self {
    case .text(let most):
      reference(to: "text-\(most)", &definitions) { _ in
        // YAML takes an unquoted 2016 for a number; the reader does not mind.
        [
          ("type", .strings(["string", "number", "boolean"])), ("minLength", .number(1)),
          ("maxLength", .number(Double(most))),
        ]
      }
    case .pattern(let syntax): syntax.schemaEntries
    case .word(let words):
      words.count == 1 ? [("const", .string(words[0]))] : [("enum", .strings(words))]
    case .flag: [("type", .string("boolean"))]
    case .number(let number):
      [
        ("type", .string("number")),
        (number.isAbove ? "exclusiveMinimum" : "minimum", .number(number.bounds.lowerBound)),
        ("maximum", .number(number.bounds.upperBound)),
      ]
    case .whole(let range):
      range.count == 1
        ? [("const", .number(Double(range.lowerBound)))]
        : [
          ("type", .string("integer")), ("minimum", .number(Double(range.lowerBound))),
          ("maximum", .number(Double(range.upperBound))),
        ]
    case .list(of: let form, let count):
      [
        ("type", .string("array")), ("items", .object(form.schemaEntries(&definitions))),
        ("minItems", .number(Double(count.lowerBound))),
        ("maxItems", .number(Double(count.upperBound))),
      ]
    case .mapping(let form): form.schemaEntries(&definitions)
    case .entries(of: let form, let count):
      [
        ("type", .string("object")),
        ("propertyNames", .object([("pattern", .string(TextForm.key.pattern))])),
        ("additionalProperties", .object(form.schemaEntries(&definitions))),
        ("minProperties", .number(Double(count.lowerBound))),
        ("maxProperties", .number(Double(count.upperBound))),
      ]
    case .tagged(_, let variants, _): Self.oneOf(variants.map(\.form), &definitions)
    case .either(_, let with, let without): Self.oneOf([with, without], &definitions)
    case .named(let name, let form):
      reference(to: name, &definitions) { form.schemaEntries(&$0) }
    }
  }

  private static func oneOf(
    _ forms: [MappingForm], _ definitions: inout [String: JSONTree]
  ) -> Entries {
    var options: [JSONTree] = []
    for form in forms { options.append(.object(form.schemaEntries(&definitions))) }
    return [("oneOf", .array(options))]
  }

  private func reference(
    to name: String, _ definitions: inout [String: JSONTree],
    _ entries: (inout [String: JSONTree]) -> Entries
  ) -> Entries {
    if definitions[name] == nil {
      let schema = JSONTree.object(entries(&definitions))
      definitions[name] = schema
    }
    return [("$ref", .string("#/$defs/\(name)"))]
  }
}

extension TextForm {
  fileprivate var schemaEntries: Form.Entries {
    let pattern = (key: "pattern", value: JSONTree.string(pattern))
    switch self {
    case .key: return [("type", .strings(["string", "number", "boolean"])), pattern]
    case .sourceDate:
      // An unquoted year is a number.
      return [
        ("type", .strings(["string", "integer"])), pattern, ("minimum", .number(1_000)),
        ("maximum", .number(9_999)),
      ]
    case .date, .start, .instant, .timeOfDay, .offset:
      return [("type", .string("string")), pattern]
    }
  }
}

extension MappingForm {
  func schemaEntries(_ definitions: inout [String: JSONTree]) -> Form.Entries {
    var properties: Form.Entries = []
    for key in keys {
      let form = key.form.schemaEntries(&definitions)
      properties.append((key.name, .object(form + [("description", .string(key.summary))])))
    }
    var entries: Form.Entries = [
      ("type", .string("object")), ("properties", .object(properties)),
      ("required", .strings(keys.filter(\.isRequired).map(\.name))),
      ("additionalProperties", .flag(false)),
    ]
    if isGraded {
      // Only an assumption may do without a source.
      let assumption = JSONTree.object([("const", .string("C"))])
      entries.append(
        (
          "anyOf",
          .array([
            .object([("properties", .object([("grade", assumption)]))]),
            .object([("required", .strings(["source"]))]),
          ])
        ))
    }
    return entries
  }
}
