/// Where one number of a scenario comes from.
package struct ProvenanceEntry: Equatable, Sendable {
  /// The keys that lead to it in the file, such as `review.accuracy`.
  package let path: String
  /// The value as the file gives it.
  package let value: String
  package let grade: Grade
  /// The key of its source; nil only for assumptions.
  package let source: String?
  package let note: String?

  package init(path: String, value: String, grade: Grade, source: String?, note: String?) {
    self.path = path
    self.value = value
    self.grade = grade
    self.source = source
    self.note = note
  }
}
