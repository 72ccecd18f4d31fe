import Simulation
import Testing

/// Texts that are no YAML: the error points at what the writer has to mend.
@Suite struct ScenarioFileSyntaxTests {
  @Test(
    arguments: [
      ("format: 1\nname: {a: 1\n", "2:7: YAML: the \"{\" here is not closed"),
      ("format: 1\nname: [a,\n  b\n", "2:7: YAML: the \"[\" here is not closed"),
      ("format: 1\nname: \"abc\ntitle: x\n", "2:7: YAML: the quote here is not closed"),
      ("format: 1\nname: 'abc\ntitle: x\n", "2:7: YAML: the quote here is not closed"),
      (
        "a: { b: 1\nc: { d: 2 }\ne: 3\n",
        "1:4: YAML: the \"{\" here is not closed, or what is in it goes wrong in line 2, "
          + "column 2: did not find expected ',' or '}'"
      ),
      ("a: { b: 1 c: 2 }\n", "1:12: YAML: did not find expected ',' or '}'"),
      ("a: x\u{0}y\n", "1:5: the control character U+0000"),
      ("a: 1\nb: é\u{1}\n", "2:5: the control character U+0001"),
      (
        "a: \(String(repeating: "[", count: 20_000))",
        "1:5: YAML: lists and mappings are nested too deep"
      ),
      ("b: 1\na: 2\na : 3\n", "3:1: key \"a\" stands twice, first in line 2, column 1"),
      ("a: 1\n\"a\": 3\n", "2:1: key \"a\" stands twice, first in line 1, column 1"),
      (
        "x:\n  - a: 1\n    b: { a: 7 }\n    a: 3\n",
        "4:5: key \"a\" stands twice, first in line 2, column 5"
      ),
      (
        "x: { a: \", a: \", b: [1, 2], a: 3 }\n",
        "1:29: key \"a\" stands twice, first in line 1, column 6"
      ),
    ])
  func theErrorPointsAtWhatIsToBeMended(text: String, problem: String) {
    let error = #expect(throws: ScenarioError.self) {
      try ScenarioFile.parse(text, file: "f.yaml")
    }
    #expect(error?.description == "f.yaml:\(problem)")
  }
}
