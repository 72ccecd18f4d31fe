/// One thing that was held against a session file, and what came of it.
package struct SessionCheck: Equatable, Sendable {
  package enum Verdict: String, Sendable {
    case passed, failed, skipped
  }

  /// One word for what was checked.
  package let name: String
  package let verdict: Verdict
  /// What was found, in a few words.
  package let detail: String

  package init(_ name: String, _ verdict: Verdict, _ detail: String) {
    self.name = name
    self.verdict = verdict
    self.detail = detail
  }
}
