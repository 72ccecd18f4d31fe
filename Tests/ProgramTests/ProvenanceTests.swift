import Foundation
import Testing

/// What was changed in a scenario is said by everything that is printed about it.
@Suite struct ProvenanceTests {
  private let folder: URL
  private let roster: String
  private let edited: String

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("modtop-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    roster = folder.appendingPathComponent("r.csv").path
    try "name,share\nAcme,0.6\nBeta,0.4\n".write(toFile: roster, atomically: true, encoding: .utf8)
    edited = folder.appendingPathComponent("edited.yaml").path
    let text = try modtop(["scenarios", "show", "pledge-2016", "--yaml"]).output
    try (text + "# a remark\n").write(toFile: edited, atomically: true, encoding: .utf8)
  }

  private static let setting = ["--set", "teams.reviewers.accuracy=0.9"]
  private static let until = ["--until", "2016-01-01"]

  private static func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func expectChanges(_ arguments: [String]) throws {
    let changed = arguments + Self.setting + ["--roster", roster]
    let text = try modtop(changed).output.split(separator: "\n")
    #expect(text.first?.hasPrefix("SIMULATION  pledge-2016*  ") == true, "\(text)")
    #expect(text.contains("* the roster is that of \(roster)"))
    #expect(text.contains("* teams.reviewers.accuracy is 0.9, 0.98 in the file"))
    let object = try Self.object(modtop(changed + ["--format", "json"]).output)
    #expect(object["changes"] as? [String: Double] == ["teams.reviewers.accuracy": 0.9])
    #expect(object["roster"] as? String == roster && object["simulated"] as? Bool == true)
    #expect(object["scenario"] as? String == "pledge-2016" && object["seed"] as? Int == 1)
  }

  @Test func simulationsSayIt() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try expectChanges(["simulate", "pledge-2016"] + Self.until)
    try expectChanges(["simulate", "pledge-2016", "--replications", "2"] + Self.until)
    let plain = try modtop(["simulate", "pledge-2016"] + Self.until).output
    #expect(plain.hasPrefix("SIMULATION  pledge-2016  seed 1  ") && !plain.contains("* "))
  }

  @Test func searchesSayIt() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try expectChanges(["sensitivity", "pledge-2016", "--replications", "2"] + Self.until)
    let worlds = try modtop(
      ["denominators", "pledge-2016", "--worlds", "2", "--format", "json"] + Self.setting)
    let object = try Self.object(worlds.output)
    #expect(object["changes"] as? [String: Double] == ["teams.reviewers.accuracy": 0.9])
  }

  @Test func anEditedFileWithTheNameOfABuiltInScenarioSaysThatItIsOne() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let run = try modtop(["simulate", edited] + Self.until).output
    #expect(run.contains("\n* edited file: not the text of the built-in scenario"))
    let json = try Self.object(
      modtop(["simulate", edited, "--format", "json"] + Self.until).output)
    #expect(json["scenario_file"] as? String == "edited")
  }

  @Test func aRecordingSaysIt() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("run.modtop").path
    let recording =
      ["simulate", edited, "--record", file, "--roster", roster] + Self.until + Self.setting
    #expect(try modtop(recording).status == 0)
    let info = try modtop(["sessions", "info", file]).output
    let replay = try modtop(["replay", file, "--once"]).output
    for text in [info, replay] {
      #expect(text.contains("pledge-2016*"))
      #expect(text.contains("* edited file: ") && text.contains("* the roster is that of "))
      #expect(text.contains("* teams.reviewers.accuracy is 0.9"))
    }
    let list = try modtop(["sessions", "list", "--folder", folder.path])
    #expect(list.output.contains("pledge-2016*"))
    let sessions = try JSONSerialization.jsonObject(
      with: Data(
        modtop(["sessions", "list", "--folder", folder.path, "--format", "json"]).output.utf8))
    let session = try #require((sessions as? [[String: Any]])?.first)
    #expect(session["scenario_file"] as? String == "edited")
    #expect(session["changes"] as? [String: Double] == ["teams.reviewers.accuracy": 0.9])
    // The id in the list is the beginning of that in the file.
    let id = try #require(session["session"] as? String)
    #expect(list.output.contains("  \(id.prefix(8))  "))
    let cast = try modtop(["export", file, "--format", "cast"]).output
    #expect(cast.prefix { $0 != "\n" }.contains("modtop: pledge-2016*, seed 1, simulated"))
  }
}
