/// How much a number may claim.
package enum Grade: String, CaseIterable, Sendable {
  /// Stated in a source report.
  case stated = "S"
  /// Computed from or read in primary published data.
  case primary = "A"
  /// Press, abstract or secondary.
  case secondary = "B"
  /// An assumption of ours.
  case assumption = "C"
}

/// A value with its grade and, where it is not ours, its source.
package struct Graded<Value: Sendable & Equatable>: Sendable, Equatable {
  package let value: Value
  package let grade: Grade
  /// The key of the source in the scenario; nil only for assumptions.
  package let source: String?
  /// What a reader should know about it; nil when the value speaks for itself.
  package let note: String?
  /// The values that are plausible as well, in the file's unit; nil when nobody says.
  package let range: ClosedRange<Double>?

  package init(
    _ value: Value, grade: Grade, source: String? = nil, note: String? = nil,
    range: ClosedRange<Double>? = nil
  ) {
    self.value = value
    self.grade = grade
    self.source = source
    self.note = note
    self.range = range
  }

  /// The same provenance for a value derived from this one; without the range, which is
  /// in the unit of this one.
  package func map<Derived>(_ transform: (Value) -> Derived) -> Graded<Derived> {
    Graded<Derived>(transform(value), grade: grade, source: source, note: note)
  }
}
