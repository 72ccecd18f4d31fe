import Moderation

extension FormKey {
  /// The keys of a value's provenance.
  static let provenance: [FormKey] = [
    .required(
      "grade", .named("grade", .word(Grade.allCases.map(\.rawValue))),
      "Stated in a source (S), primary data (A), press or secondary (B), an assumption (C)."),
    .optional("source", .line, "The key of its source; only an assumption may have none."),
    .optional("note", .prose, "What a reader should know about it."),
  ]
}

extension Form {
  /// A number with its provenance, and perhaps the range of values that are plausible.
  static func graded(_ name: String, _ number: NumberForm) -> Form {
    .named(
      name,
      .mapping(
        MappingForm(graded: [
          .required("value", .number(number), "The number."), range(.number(number)),
        ])))
  }

  /// A whole number with its provenance.
  static func graded(_ range: ClosedRange<Int>) -> Form {
    .named(
      "whole-\(range.lowerBound)-to-\(range.upperBound)",
      .mapping(
        MappingForm(graded: [
          .required("value", .whole(range), "The number."), self.range(.whole(range)),
        ])))
  }

  private static func range(_ number: Form) -> FormKey {
    .optional(
      "range", .list(of: number, count: 2...2),
      "The smallest and the greatest plausible value; the value lies within.")
  }

  /// A list of factors with mean 1, with its provenance.
  static func factors(_ count: Int) -> Form {
    let factor = NumberForm("a factor", from: 0, to: Double(count))
    return .mapping(
      MappingForm(graded: [
        .required("value", .list(of: .number(factor), count: count...count), "Mean 1.")
      ]))
  }

  static let probability = graded("probability", NumberForm("a probability", from: 0, to: 1))
  static let hours = graded("hours", NumberForm("hours", above: 0, to: 8_784))
  static let days = graded("days", NumberForm("days", above: 0, to: 3_660))
  static let minutes = graded("minutes", NumberForm("minutes", above: 0, to: 527_040))
  static let score = graded("score", NumberForm("a score", from: -8, to: 16))
  static let perMillion = graded("per-million", NumberForm("a number", from: 0, to: 1_000_000))
  /// A number of things, on average.
  static let amount = graded("amount", NumberForm("a number", from: 0, to: 1e12))
}
