import Dashboard
import Recording

/// A check of a session file for people and for programs.
struct CheckReport: Encodable {
  let check: String
  let verdict: String
  let detail: String

  init(_ check: SessionCheck) {
    self.check = check.name
    verdict = check.verdict.rawValue
    detail = Sanitizer.clean(check.detail)
  }

  static func table(_ reports: [CheckReport]) -> String {
    TextTable(
      titles: ["check", "verdict", "found"],
      rows: reports.map { [$0.check, $0.verdict, $0.detail] }, leftColumns: [0, 1, 2]
    ).text
  }
}
