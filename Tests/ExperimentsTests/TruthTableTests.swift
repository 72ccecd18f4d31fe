import Experiments
import Queueing
import Testing

@Suite struct TruthTableTests {
  private static let header = "model,params,metric,value\n"
  private static let params = #""{""c"": 2, ""lambda"": 1.5, ""mu"": 1}""#

  private func refusal(_ text: String) -> String? {
    do {
      _ = try TruthTable(parsing: text, file: "t.csv")
      return nil
    } catch { return error.description }
  }

  @Test func theShippedTableIsRead() throws {
    let table = try TruthTable.shipped()
    #expect(table.rows.count == 280)
    let first = try #require(table.rows.first)
    #expect(first.line == 2)
    #expect(first.model == "erlang_b")
    #expect(first.metric == "blocking")
    #expect(first.spelledValue == "0.110054347826")
    #expect(first.parameters == ["a": 3, "c": 5])
  }

  @Test func commentsBlankLinesAndWindowsLineEndsAreAccepted() throws {
    let text =
      "\u{FEFF}# a comment\r\nmodel,params,metric,value\r\n\r\nmmc,\(Self.params),wq, 1.28 \r\n"
    let table = try TruthTable(parsing: text, file: "t.csv")
    #expect(table.rows.map(\.value) == [1.28])
    #expect(table.rows.map(\.line) == [4])
  }

  @Test func aValueTooSmallForADoubleIsZero() throws {
    let table = try TruthTable(
      parsing: Self.header + "mmc,\(Self.params),wq,2.3e-374", file: "t.csv")
    #expect(table.rows.map(\.value) == [0])
  }

  @Test func whatIsNoTableIsRefusedWithItsPlace() {
    let models = Theory.models.map(\.name).joined(separator: ", ")
    let metrics =
      "p_wait, wq, w, lq, l, utilization, wq_given_wait, wait_variance, "
      + "p_wait_gt_t, service_level, p_sojourn_gt_t, wait_quantile"
    let cases = [
      ("", "t.csv: no rows, expected model,params,metric,value"),
      (Self.header, "t.csv: no rows, expected model,params,metric,value"),
      ("a,b\n", "t.csv:1: header: got \"a,b\", expected model,params,metric,value"),
      (
        Self.header + "mmc,\(Self.params),wq",
        "t.csv:2: got 3 fields, expected 4: model,params,metric,value"
      ),
      (
        Self.header + "mmc,\(Self.params),wq,abc", "t.csv:2: value: got \"abc\", expected a number"
      ),
      (
        Self.header + "mmc,\(Self.params),wq,nan", "t.csv:2: value: got \"nan\", expected a number"
      ),
      (
        Self.header + "\nmmx,\(Self.params),wq,1",
        "t.csv:3: model: got \"mmx\", expected one of \(models)"
      ),
      (
        Self.header + "mmc,\(Self.params),wx,1",
        "t.csv:2: metric: got \"wx\", expected a metric of mmc: \(metrics)"
      ),
      (
        Self.header + "mmc,{},wq",
        "t.csv:2: got 3 fields, expected 4: model,params,metric,value"
      ),
      (
        Self.header + #"mmc,"{""c"": true}",wq,1"#,
        "t.csv:2: params: column 7: got true, expected a number, a text or a list"
      ),
      (
        Self.header + #"mmc,"{""c"": 1},wq,1"#,
        "t.csv:2: got a field without its closing quote, "
          + "expected 4 fields: model,params,metric,value"
      ),
    ]
    for (text, message) in cases { #expect(refusal(text) == message) }
  }

  @Test func parametersThatTheClosedFormRefusesAreNamedWithTheirRow() throws {
    let cases = [
      (#""{""c"": 1, ""lambda"": 2, ""mu"": 1}""#, "unstable at utilization 2.0"),
      (#""{""c"": 1, ""lambda"": 0.5}""#, "params: mu: missing, mmc needs it"),
      (
        #""{""c"": 1, ""lambda"": 0.5, ""mu"": 1, ""x"": 1}""#,
        "params: x: not a parameter of mmc, which has c, lambda, mu, t, q"
      ),
    ]
    for (params, message) in cases {
      let table = try TruthTable(parsing: Self.header + "mmc,\(params),wq,1", file: "t.csv")
      do {
        _ = try Verification(table, seed: 1).run(.events(0))
        Issue.record("\(params) was accepted")
      } catch {
        #expect(error.description.hasPrefix("t.csv:2: "))
        #expect(error.description.contains(message), "\(error)")
      }
    }
  }
}
