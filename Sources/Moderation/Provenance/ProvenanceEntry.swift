/// Where one number of a scenario comes from.
package struct ProvenanceEntry: Equatable, Sendable {
  /// The keys that lead to it in the file, such as `teams.reviewers.accuracy`.
  package let path: String
  /// The value as the file gives it.
  package let value: String
  package let grade: Grade
  /// The key of its source; nil only for assumptions.
  package let source: String?
  package let note: String?
  /// The values that are plausible as well, in the same unit; nil when nobody says.
  package let range: ClosedRange<Double>?

  package init(
    path: String, value: String, grade: Grade, source: String?, note: String?,
    range: ClosedRange<Double>? = nil
  ) {
    self.path = path
    self.value = value
    self.grade = grade
    self.source = source
    self.note = note
    self.range = range
  }

  /// The range as a reader would write it, such as `4.4 to 5.1`.
  package var rangeText: String? {
    range.map { "\($0.lowerBound.written) to \($0.upperBound.written)" }
  }
}
