@testable import Simulation

/// A validator of JSON Schema for the keywords that the scenario schema uses.
///
/// It knows nothing of the program's own description of the format. Schema and instance
/// are trees read from YAML, of which JSON is a part.
final class SchemaValidator {
  private let root: FileTree
  private var patterns: [String: Regex<AnyRegexOutput>] = [:]

  init(_ schema: FileTree) { root = schema }

  func accepts(_ instance: FileTree) throws -> Bool { try accepts(instance, root) }

  private func accepts(_ instance: FileTree, _ schema: FileTree) throws -> Bool {
    for entry in schema.entries ?? [] {
      let keyword = entry.key.scalar ?? ""
      guard try accepts(instance, keyword, entry.value, in: schema) else { return false }
    }
    return true
  }

  private func accepts(
    _ instance: FileTree, _ keyword: String, _ value: FileTree, in schema: FileTree
  ) throws -> Bool {
    switch keyword {
    case "$schema", "title", "description", "$defs": return true
    case "$ref":
      let name = (value.scalar ?? "").split(separator: "/").last.map(String.init) ?? ""
      guard let target = root["$defs"]?[name] else { throw Unsupported("$ref \(name)") }
      return try accepts(instance, target)
    case "oneOf": return try count(instance, value) == 1
    case "anyOf": return try count(instance, value) > 0
    case "type", "enum", "const", "pattern", "minLength", "maxLength", "minimum",
      "exclusiveMinimum", "maximum":
      return try acceptsScalar(instance, keyword, value)
    case "items", "minItems", "maxItems":
      guard case .list(let elements) = instance.content else { return true }
      if keyword == "items" { return try elements.allSatisfy { try accepts($0, value) } }
      return within(elements.count, keyword, value)
    default:
      guard let entries = instance.entries else { return true }
      return try acceptsObject(entries, keyword, value, in: schema)
    }
  }

  private func count(_ instance: FileTree, _ schemas: FileTree) throws -> Int {
    guard case .list(let options) = schemas.content else { throw Unsupported("options") }
    return try options.count { try accepts(instance, $0) }
  }

  private func acceptsScalar(
    _ instance: FileTree, _ keyword: String, _ value: FileTree
  ) throws -> Bool {
    let word = value.scalar ?? ""
    switch keyword {
    case "type": return value.elements.contains { instance.isOf(type: $0.scalar ?? "") }
    case "enum": return value.elements.contains { $0.json == instance.json }
    case "const": return value.json == instance.json
    case "pattern":
      guard case .string(let text)? = instance.json else { return true }
      return try pattern(word).firstMatch(in: text) != nil
    case "minLength", "maxLength":
      guard case .string(let text)? = instance.json, let bound = Int(word) else { return true }
      let count = text.unicodeScalars.count
      return keyword == "minLength" ? count >= bound : count <= bound
    default:
      guard case .number(let number)? = instance.json, let bound = Double(word) else { return true }
      switch keyword {
      case "minimum": return number >= bound
      case "exclusiveMinimum": return number > bound
      default: return number <= bound
      }
    }
  }

  private func acceptsObject(
    _ entries: [FileTree.Entry], _ keyword: String, _ value: FileTree, in schema: FileTree
  ) throws -> Bool {
    switch keyword {
    case "properties":
      return try entries.allSatisfy { entry in
        guard let property = value[entry.key.scalar ?? ""] else { return true }
        return try accepts(entry.value, property)
      }
    case "required":
      let names = entries.map(\.key.scalar)
      return value.elements.allSatisfy { names.contains($0.scalar) }
    case "additionalProperties":
      let others = entries.filter { schema["properties"]?[$0.key.scalar ?? ""] == nil }
      if value.scalar == "false" { return others.isEmpty }
      return try others.allSatisfy { try accepts($0.value, value) }
    case "propertyNames":
      return try entries.allSatisfy { try accepts(.quoted($0.key.scalar ?? ""), value) }
    case "minProperties", "maxProperties": return within(entries.count, keyword, value)
    default: throw Unsupported(keyword)
    }
  }

  private func within(_ count: Int, _ keyword: String, _ bound: FileTree) -> Bool {
    let bound = Int(bound.scalar ?? "") ?? 0
    return keyword.hasPrefix("min") ? count >= bound : count <= bound
  }

  private func pattern(_ text: String) throws -> Regex<AnyRegexOutput> {
    if let known = patterns[text] { return known }
    let pattern = try Regex(text)
    patterns[text] = pattern
    return pattern
  }

  /// A keyword that the validator does not know: the schema must not use it untested.
  struct Unsupported: Error {
    let keyword: String
    init(_ keyword: String) { self.keyword = keyword }
  }
}
