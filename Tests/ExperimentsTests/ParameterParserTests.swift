import Experiments
import Queueing
import Testing

@Suite struct ParameterParserTests {
  private func refusal(_ json: String) -> String? {
    do {
      _ = try TheoryParameters(json: json)
      return nil
    } catch { return error.description }
  }

  @Test func numbersTextsAndListsAreRead() throws {
    let json =
      #" {"c": 2, "rates": [0.5, 1e-3, -2.5E+1], "m": [[0, 1], []], "#
      + #""note": "a\né\u00e9/"} "#
    #expect(
      try TheoryParameters(json: json) == [
        "c": 2, "rates": [0.5, 0.001, -25], "m": [[0, 1], []], "note": "a\néé/",
      ])
    #expect(try TheoryParameters(json: "{}") == [:])
  }

  @Test(
    arguments: [
      ("", "column 1: got the end, expected a JSON object such as {\"c\": 2}"),
      ("[1]", "column 1: got [, expected a JSON object such as {\"c\": 2}"),
      ("{\"c\": true}", "column 7: got true, expected a number, a text or a list"),
      ("{\"c\": null}", "column 7: got null, expected a number, a text or a list"),
      ("{\"c\": {}}", "column 7: got {, expected a number, a text or a list"),
      ("{\"c\" 2}", "column 6: got 2, expected a colon"),
      ("{c: 2}", "column 2: got c, expected a name in quotes"),
      ("{\"c\": 2,}", "column 9: got }, expected a name in quotes"),
      ("{\"c\": 2", "column 8: got the end, expected a comma or }"),
      ("{\"c\": [1 2]}", "column 10: got 2, expected a comma or ]"),
      ("{\"c\": 2} x", "column 10: got x, expected nothing after the object"),
      ("{\"c\": 1e999}", "column 7: got 1e999, expected a number"),
      ("{\"c\": 01}", "column 7: got 01, expected a number"),
      ("{\"c\": 1.}", "column 7: got 1., expected a number"),
      ("{\"c\": -}", "column 7: got -, expected a number"),
      ("{\"c\": NaN}", "column 7: got NaN, expected a number, a text or a list"),
      ("{\"c\": 1, \"c\": 2}", "column 10: got \"c\" a second time, expected each name once"),
      ("{\"c\": \"a}", "column 10: got the end, expected a closing quote"),
      ("{\"c\": \"\\x\"}", "column 9: got x, expected an escape such as \\n or \\u00e9"),
    ] as [(String, String)])
  func whatIsNoParameterIsRefusedWithItsPlace(_ json: String, _ message: String) {
    #expect(refusal(json) == message)
  }

  @Test func deepListsAreRefused() {
    let json = "{\"a\": " + String(repeating: "[", count: 100_000)
    #expect(refusal(json) == "column 23: got [, expected at most 16 lists in each other")
  }
}
