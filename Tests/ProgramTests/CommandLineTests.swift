import Foundation
import TerminalTesting
import Testing

/// The commands that need no screen, and how they fail.
@Suite struct CommandLineTests {
  private static let builtIn =
    "dsa, erlang-c, netzdg, orders-only, pledge-2016, reupload-surge, tco-one-hour, "
    + "wuzhen-2016, wuzhen-later"

  private struct Outcome {
    let status: Int32
    let output: String
    let error: String
  }

  /// Runs the program without a terminal.
  private func run(_ arguments: [String]) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: ScreenProcess.built("modtop"))
    process.arguments = arguments
    let output = Pipe()
    let error = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = error
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let complaint = error.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
      error: String(decoding: complaint, as: UTF8.self))
  }

  @Test func twoProcessesWithOneSeedAgreeToTheByte() throws {
    let arguments = [
      "simulate", "pledge-2016", "--until", "2016-04-12", "--seed", "7", "--format", "json",
    ]
    let first = try run(arguments)
    let second = try run(arguments)
    #expect(first.status == 0)
    #expect(first.output == second.output)
    #expect(first.output.contains("\"fingerprint\" : \""))
    #expect(first.output.contains("\"until\" : \"2016-04-13T00:00:00+08:00\""))
    #expect(first.output.contains("\"simulated\" : true"))
    let other = try run(arguments.map { $0 == "7" ? "8" : $0 })
    #expect(other.output != first.output)
  }

  @Test(
    arguments: [
      (
        ["simulate", "pledge-2061"],
        "unknown command or scenario \"pledge-2061\", did you mean \"pledge-2016\"?; built in: \(Self.builtIn); a file needs its path, such as ./NAME.yaml"
      ),
      (
        ["simulate", "--seed", "abc"],
        "The value 'abc' is invalid for '--seed <number>': expected a whole number from 0 to 18446744073709551615"
      ),
      (
        ["simulate", "--until", "2016-13-40"],
        "--until \"2016-13-40\": expected a date such as 2016-04-12 or \"2016-04-12 09:00\""
      ),
      (
        ["simulate", "--until", "2015-12-30"],
        "--until \"2015-12-30\": lies before the start, expected 2016-01-01 or after"
      ),
      (["simulate", "./nowhere.yaml"], "./nowhere.yaml: No such file or directory"),
      (
        ["run", "--speed", "fast"],
        "--speed \"fast\": expected a speed such as 10min/s, 1h/s, 1d/s, 60x or max"
      ),
      (
        ["theory", "mmcc"],
        "unknown model \"mmcc\", did you mean \"mmc\"?; the models are erlang_b, erlang_b_inverse, mmc, erlang_c_staffing, mmck, mmc_m, mg1, mdc, gim1, batch_mm1, priority_np_mmc, priority_np_mg1, priority_pr_mm1, jackson, finite_source, mt_m_inf, mm1_transient, mt_mmc, ggc_allen_cunneen_approx, gg1_kingman_approx, screening"
      ),
      (
        ["theory", "mmc"], "--params is missing: expected a JSON object such as '{\"c\": 2}'"
      ),
      (
        ["theory", "mmc", "--params", "{\"c\": true}"],
        "--params: column 7: got true, expected a number, a text or a list"
      ),
      (
        ["theory", "mmc", "--params", "{\"c\": 1, \"lambda\": 0.5}"],
        "--params: mu: missing, mmc needs it"
      ),
      (
        ["theory", "mmc", "--params", "{\"c\": 1, \"lambda\": 2, \"mu\": 1}"],
        "--params: lambda: the system is unstable at utilization 2.0, expected less than 1"
      ),
      (
        ["theory", "erlang_b", "--params", "{\"c\": 1, \"a\": 1, \"rho\": 1}"],
        "--params: rho: not a parameter of erlang_b, which has c, a"
      ),
      (
        ["verify", "--budget", "0"],
        "The value '0' is invalid for '--budget <seconds>': expected a number of seconds above 0, up to 1000000"
      ),
      (["verify", "--table", "./nowhere.csv"], "./nowhere.csv: cannot be read"),
      ([], "standard input is not a terminal"),
      (["runn"], "unknown command or scenario \"runn\", did you mean \"run\"?"),
      (
        ["simulate", "x\u{1B}[31m"],
        "unknown command or scenario \"x�[31m\"; built in: \(Self.builtIn); a file needs its path, such as ./NAME.yaml"
      ),
      (
        ["simulate", "--replications", "0"], "--replications 0: expected a number from 1 to 100000"
      ),
      (["--bogus"], "Unknown option '--bogus'"),
      (
        ["export", "x.modtop", "--format", "csv", "--page", "3"],
        "--page: only with --format cast, not with csv"
      ),
      (
        ["export", "x.modtop", "--format", "jsonl", "--size", "80x24"],
        "--size: only with --format cast, not with jsonl"
      ),
      (
        ["sessions", "list", "--folder", "/nope"], "--folder \"/nope\": No such file or directory"
      ),
      (
        ["sessions", "prune", "--keep", "1", "--folder", "/nope"],
        "--folder \"/nope\": No such file or directory"
      ),
    ] as [([String], String)])
  func aWrongCallIsOneLine(arguments: [String], line: String) throws {
    let outcome = try run(arguments)
    #expect(outcome.status != 0)
    #expect(outcome.output == "")
    #expect(outcome.error == "modtop: \(line)\n")
  }

  @Test func aBrokenScenarioFileIsNamedWithItsPlace() throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("modtop-\(UUID().uuidString).yaml")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data("format: 1\nname: [x\n".utf8).write(to: file)
    let outcome = try run(["simulate", file.path])
    #expect(outcome.status != 0)
    #expect(
      outcome.error == "modtop: \(file.path):2:7: YAML: the \"[\" here is not closed\n")
  }

  @Test func theoryPrintsTheMetricsByName() throws {
    let arguments = ["theory", "mmc", "--params", "{\"c\": 2, \"lambda\": 1, \"mu\": 1}"]
    let text = try run(arguments)
    #expect(text.status == 0)
    #expect(text.output.contains("wait_variance  0.55555555555555"))
    let json = try run(arguments + ["--format", "json"])
    #expect(json.output.contains("\"w\" : 1.333333333333333"))
    let list = try run(["theory", "--list"])
    #expect(list.output.contains("  source      Erlang (1917)"))
  }

  @Test func aWrongTableFailsWithItsSeedAndAMalformedOneWithItsPlace() throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("modtop-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    func verify(_ value: String) throws -> Outcome {
      let row = #"mmc,"{""c"": 1, ""lambda"": 0.5, ""mu"": 1}",wq,"#
      try Data("model,params,metric,value\n\(row)\(value)\n".utf8).write(to: file)
      return try run([
        "verify", "--table", file.path, "--events", "1000000", "--format", "json",
      ])
    }
    let right = try verify("1")
    #expect(right.status == 0)
    #expect(right.error == "")
    #expect(right.output.contains("\"simulated_count\" : 1"))
    let wrong = try verify("1.03")
    #expect(wrong.status == 1)
    #expect(wrong.output.contains("\"verdict\" : \"OUT: both\""))
    #expect(
      wrong.error
        == "modtop: 1 of 1 rows are out (1 by closed form, 1 by simulation), the first is "
        + "\(file.path):2; to simulate the same again: --seed 1 --events 1000000\n")
    let malformed = try verify("1,2")
    #expect(malformed.status == 1)
    #expect(malformed.output == "")
    #expect(
      malformed.error == "modtop: \(file.path):2: got 5 fields, expected 4: "
        + "model,params,metric,value\n")
  }

  @Test func everyNumberIsShownWithItsGradeAndSource() throws {
    let shown = try run(["scenarios", "show", "pledge-2016"])
    #expect(shown.status == 0)
    let accuracy = shown.output.split(separator: "\n").first {
      $0.hasPrefix("teams.reviewers.accuracy ")
    }
    let words = try #require(accuracy).split(separator: " ").map(String.init)
    #expect(words.prefix(4) == ["teams.reviewers.accuracy", "B", "reviewer-accuracy", "0.98"])
    #expect(try run(["scenarios"]).output.contains("The pledge of April 2016"))
  }

  @Test func aScenarioIsShownWithinEightyColumns() throws {
    for name in ["pledge-2016", "dsa"] {
      let lines = try run(["scenarios", "show", name]).output.split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= 80 }, "\(lines.map(\.count).max() ?? 0)")
    }
    // Nothing of a long list is left out.
    let shown = try run(["scenarios", "show", "pledge-2016"]).output
    let words = shown.split(whereSeparator: \.isWhitespace)
    #expect(words.contains("[0.90,") && words.contains("1.19]"), "\(words.suffix(5))")
  }

  @Test func aScenarioFileIsPrintedAsItIs() throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("modtop-\(UUID().uuidString).yaml")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(try run(["scenarios", "show", "dsa", "--yaml"]).output.utf8).write(to: file)
    let own = try run(["simulate", file.path, "--until", "2026-01-01", "--format", "json"])
    #expect(own.output.contains("\"scenario_file\" : \"built_in\"") || own.status != 0)
    #expect(try run(["scenarios", "check", file.path]).status == 0)
    let builtIn = try run(["scenarios", "check", "dsa"])
    #expect(builtIn.status == 0 && builtIn.output.hasPrefix("dsa: a scenario of 3 signatories, "))
    #expect(try run(["scenarios", "check", "dsaa"]).error.contains("did you mean \"dsa\"?"))
  }

  @Test func bytesThatAreNoTextHaveTheirPlace() throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("modtop-\(UUID().uuidString).yaml")
    defer { try? FileManager.default.removeItem(at: file) }
    try (Data("format: 1\nname: é".utf8) + [0xFF, 0x0A]).write(to: file)
    #expect(
      try run(["scenarios", "check", file.path]).error
        == "modtop: \(file.path):2:8: not a UTF-8 text\n")
    try Data("format: 1\nname: é\u{0}\n".utf8).write(to: file)
    #expect(
      try run(["scenarios", "check", file.path]).error
        == "modtop: \(file.path):2:8: the control character U+0000\n")
  }

  @Test func publishedFiguresHaveTheirDayAndNote() throws {
    let until = ["--until", "2016-01-02"]
    let text = try run(["simulate", "pledge-2016"] + until).output
    #expect(
      text.contains(
        "\nPublished, as of 12 Apr 2016: 25,000 posts, 4,000 videos, 200 accounts "
          + "(\"as much as, so far this year\").\n"))
    let json = try run(["simulate", "pledge-2016", "--format", "json"] + until).output
    #expect(json.contains("\"note\" : \"as much as, so far this year\""))
  }

  @Test func replicationsShowTheSpreadOfTheRunsToo() throws {
    let arguments = [
      "simulate", "pledge-2016", "--replications", "3", "--until", "2016-01-01",
    ]
    let text = try run(arguments).output
    #expect(text.contains("standard deviation, least and greatest") && text.contains(" … "))
    let json = try run(arguments + ["--format", "json"]).output
    for key in ["mean", "low", "high", "standard_deviation", "least", "greatest"] {
      #expect(json.contains("\"\(key)\" : "))
    }
  }

  @Test func effectsWithinTheNoiseAreMarked() throws {
    let arguments = [
      "sensitivity", "pledge-2016", "--replications", "2", "--until", "2016-01-01",
    ]
    let text = try run(arguments).output
    #expect(text.contains("~ within the noise: the 95 % interval of the change holds 0."))
    // As many decimals of an effect as of its interval.
    let pairs = text.matches(of: /([0-9,]+(?:\.([0-9]+))?) ± ([0-9,]+(?:\.([0-9]+))?)/)
    #expect(pairs.count > 20)
    for pair in pairs { #expect(pair.2?.count == pair.4?.count, "\(pair.0)") }
    let json = try run(arguments + ["--format", "json"]).output
    #expect(json.contains("\"is_noise\" : true") && json.contains("\"is_noise\" : false"))
  }

  @Test func helpIsAnAnswer() throws {
    let help = try run(["--help"])
    #expect(help.status == 0)
    #expect(help.output.contains("simulate"))
    #expect(try run(["keys"]).output.contains("Space"))
  }
}
