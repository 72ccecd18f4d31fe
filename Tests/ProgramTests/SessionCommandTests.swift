import Foundation
import GRDB
import TerminalTesting
import Testing

/// Recording a run, and what the program says about the file.
@Suite struct SessionCommandTests {
  @Test func aRecordedRunIsListedVerifiedAndExported() throws {
    try inTemporaryFolder(recording: "erlang-c") { folder, file in
      let again = try modtop(["simulate", "erlang-c", "--record", file])
      #expect(again.status != 0 && again.output.hasPrefix("modtop: "))
      let verified = try modtop(["sessions", "verify", file])
      #expect(verified.status == 0, "\(verified.output)")
      #expect(verified.output.contains("come out the same"))
      let copy = folder.appendingPathComponent("run.csv").path
      #expect(try modtop(["export", file, "--format", "csv", "-o", copy]).status == 0)
      let lines = try String(contentsOfFile: copy, encoding: .utf8).split(separator: "\r\n")
      #expect(lines.contains { $0.contains(",decided,") })
      // Rows travel without their file: each says what it is data of.
      #expect(lines.first?.hasSuffix(",data_origin") == true)
      #expect(lines.dropFirst().allSatisfy { $0.hasSuffix(",simulation") })
      let objects = try modtop(["export", file, "--format", "jsonl", "-o", "-"]).output
        .split(separator: "\n")
      #expect(objects.count == lines.count - 1)
      #expect(objects.allSatisfy { $0.hasSuffix("\"data_origin\":\"simulation\"}") })
    }
  }

  /// A run that a user changed is not taken for that of its name and seed.
  @Test func whatAUserChangedIsSaidEverywhere() throws {
    try inTemporaryFolder(recording: "pledge-2016") { folder, file in
      let untouched = try modtop(["replay", file, "--once"]).output
      #expect(untouched.hasPrefix("SIMULATION  pledge-2016  seed 1"))
      let fixture = folder.appendingPathComponent("changed.modtop").path
      try changed(to: fixture)
      for words in [["replay", fixture, "--once"], ["sessions", "info", fixture]] {
        let text = try modtop(words).output
        #expect(text.contains("pledge-2016*"), "\(text)")
        #expect(text.contains("* at 2016-01-02T"), "\(text)")
        #expect(text.contains(": Reviewers: 50 % of its moderators"), "\(text)")
      }
      let json = try modtop(["replay", fixture, "--once", "--format", "json"]).output
      #expect(json.contains("\"what\" : \"Reviewers: 50 % of its moderators\""))
      let list = try modtop(["sessions", "list", "--folder", folder.path]).output
      #expect(list.contains("pledge-2016*"))
    }
  }

  /// Records a live session in which somebody changes the staff.
  private func changed(to file: String) throws {
    let program = try ScreenProcess(
      ScreenProcess.built("modtop"), ["--from", "2016-01-02", "--seed", "3", "--record", file],
      environment: [:])
    try program.waitFor("▶ 1 h/s")
    program.send(":staff reviewers 50\r")
    try program.waitFor("pledge-2016*")
    program.send("q")
    #expect(try program.waitForExit() == .code(0))
  }

  @Test func anExportDoesNotOverwriteItsSession() throws {
    try inTemporaryFolder(recording: "erlang-c") { folder, file in
      // Not whatever it is called.
      let link = folder.appendingPathComponent("link").path
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
      let export = try modtop(["export", file, "--format", "csv", "-o", link])
      #expect(export.status != 0)
      #expect(
        export.output == "modtop: \(link): is the session that is exported; choose another file\n")
      #expect(try modtop(["sessions", "verify", file]).status == 0)
    }
  }

  @Test func aDamagedFileIsSaidToBeOneByEveryStateOfIt() throws {
    try inTemporaryFolder(recording: "pledge-2016") { folder, file in
      let whole = try modtop(["replay", file, "--once", "--format", "json"]).output
      #expect(!whole.contains("\"damage\""))
      let cut = folder.appendingPathComponent("cut.modtop").path
      let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
      try bytes.prefix(bytes.count / 2).write(to: URL(fileURLWithPath: cut))
      let text = try modtop(["replay", cut, "--once"])
      #expect(text.status == 0 && text.output.contains("modtop: \(cut): damaged: "))
      #expect(text.output.contains("cannot be read"))
      let json = try modtop(["replay", cut, "--once", "--format", "json"]).output
      #expect(json.contains("\"damage\" : \""))
    }
  }

  @Test func whatLiesBehindADamagedChunkIsLeftOut() throws {
    try inTemporaryFolder(recording: "pledge-2016") { folder, file in
      try DatabaseQueue(path: file).write {
        try $0.execute(
          sql: "UPDATE events SET payload = zeroblob(length(payload)) WHERE first > 20000")
      }
      let state = try modtop(["replay", file, "--once"])
      #expect(state.status == 0 && state.output.contains("modtop: \(file): damaged: event "))
      // Who asks for an instant gets that one or none.
      let end = try modtop(["replay", file, "--once", "--at", "100%"])
      #expect(end.status != 0 && end.output.hasPrefix("modtop: \(file): damaged: event "))
    }
  }

  @Test func aReplayIsPrintedAtAnInstantAndExportedAsACast() throws {
    try inTemporaryFolder(recording: "pledge-2016") { folder, file in
      // The state in the middle is what a shorter run ends with.
      let then = try modtop(["replay", file, "--at", "2016-01-03", "--once", "--format", "json"])
      let short = try modtop(
        ["simulate", "pledge-2016", "--until", "2016-01-02", "--format", "json"])
      #expect(then.status == 0 && then.output == short.output)
      let beyond = try modtop(["replay", file, "--at", "2017-01-01", "--once"])
      #expect(beyond.status != 0 && beyond.output.contains("to 2016-01-05"))
      // What begins with a minus is counted from the end, nothing as well.
      let end = try modtop(["replay", file, "--at", "-0h", "--once"])
      #expect(try end.output == modtop(["replay", file, "--once"]).output)
      let impossible = try modtop(["replay", file, "--at", "2016-02-30", "--once"])
      #expect(impossible.output.contains("there is no day 2016-02-30"))
      let wrong = try modtop(["replay", file, "--at", "soon", "--once"])
      #expect(wrong.status != 0 && wrong.output.contains("expected 2016-03-01 14:03"))

      let after = try modtop(["export", file, "--format", "cast", "--from", "2016-03-01"])
      #expect(after.status != 0 && after.output.contains("lies after the end"))
      let unseen = folder.appendingPathComponent("unseen.modtop").path
      #expect(try modtop(["--record", unseen]).status != 0)
      #expect(!FileManager.default.fileExists(atPath: unseen))

      for version in ["2", "3"] {
        let cast = try modtop([
          "export", file, "--format", "cast", "--cast-version", version, "--from", "2016-01-02",
          "--to", "2016-01-02", "--speed", "6h/s", "--size", "80x24",
        ])
        let lines = cast.output.split(separator: "\n")
        #expect(cast.status == 0 && lines.count > 30)
        for line in lines {
          #expect(throws: Never.self) {
            try JSONSerialization.jsonObject(with: Data(line.utf8))
          }
        }
        #expect(lines[0].contains("\"version\":\(version)"))
      }
    }
  }

  @Test func pruningKeepsTheNewestAndWhatIsNoSession() throws {
    try inTemporaryFolder { folder in
      for (age, name) in ["new", "middle", "old"].enumerated() {
        let file = try record("erlang-c", in: folder, as: name)
        try FileManager.default.setAttributes(
          [.modificationDate: Date(timeIntervalSinceNow: -1_000 * Double(age + 1))],
          ofItemAtPath: file)
      }
      let other = folder.appendingPathComponent("other.modtop")
      try "not a session".write(to: other, atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes(
        [.modificationDate: Date.distantPast], ofItemAtPath: other.path)
      let prune = ["sessions", "prune", "--keep", "1", "--folder", folder.path]
      #expect(try modtop(prune + ["--dry-run"]).output.contains("would delete"))
      #expect(try modtop(prune).output.split(separator: "\n").count == 2)
      let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      #expect(left == ["new.modtop", "other.modtop"])
    }
  }
}
