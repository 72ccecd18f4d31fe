/// Named parameters of a closed-form model, as a JSON object has them.
///
/// The command line fills it; this target reads no JSON.
package struct TheoryParameters: Sendable, Equatable, ExpressibleByDictionaryLiteral {
  package enum Value: Sendable, Equatable {
    case number(Double)
    case text(String)
    case list([Value])

    /// What an error message calls it.
    var spelled: String {
      switch self {
      case .number(let number): "\(number)"
      case .text(let text): "\"\(text)\""
      case .list(let values): "[\(values.map(\.spelled).joined(separator: ", "))]"
      }
    }
  }

  package var values: [String: Value]

  package init(_ values: [String: Value]) {
    self.values = values
  }

  package init(dictionaryLiteral elements: (String, Value)...) {
    values = Dictionary(elements) { _, last in last }
  }
}

extension TheoryParameters.Value: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByStringLiteral, ExpressibleByArrayLiteral
{
  package init(floatLiteral value: Double) { self = .number(value) }
  package init(integerLiteral value: Int) { self = .number(Double(value)) }
  package init(stringLiteral value: String) { self = .text(value) }
  package init(arrayLiteral elements: TheoryParameters.Value...) { self = .list(elements) }
}
