import Foundation
import TerminalTesting
import Testing

/// Recording, looking back, replaying and forking, as a user does it.
@Suite(.serialized) struct ReplayTests {
  private let folder: URL
  private let environment: [String: String]

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("modtop-replay-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    environment = ["SWIFT_BACKTRACE": "enable=no", "XDG_STATE_HOME": folder.path]
  }

  private func start(_ arguments: [String], columns: Int = 100) throws -> ScreenProcess {
    try ScreenProcess(
      ScreenProcess.built("modtop"), arguments, environment: environment, size: (columns, 30))
  }

  private var sessions: [String] {
    let path = folder.appendingPathComponent("modtop/sessions").path
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
      .map { "\(path)/\($0)" }
  }

  private func end(_ program: ScreenProcess) throws {
    program.send("q")
    #expect(try program.waitForExit() == .code(0))
  }

  @Test func aLiveSessionRecordsItselfAndLooksBack() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let live = try start(["--from", "2016-01-05"])
    try live.waitFor("● REC")
    try live.waitFor("▶ 1 h/s")
    live.send("{")
    try live.waitFor("REPLAY 1× ❚❚")
    try live.waitFor("L returns")
    live.send("mlook here\r")
    try live.waitFor("marked")
    // Another program reads the file meanwhile.
    let file = try #require(sessions.first { $0.hasSuffix(".modtop") })
    let other = try start(["replay", file, "--paused", "--no-record"])
    try other.waitFor("RECORDED SIMULATION")
    other.send("]")
    try other.waitFor("look here")
    other.send("7")
    try other.waitFor("Markers")
    #expect(try modtop(["sessions", "info", file]).output.contains("look here"))
    try end(other)
    live.send("L")
    try live.waitUntil("the live session") { !$0.contains("REPLAY") && $0.contains("▶ 1 h/s") }
    try end(live)
    #expect(sessions.count == 1, "\(sessions)")
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func aReplayIsForkedAndChanged() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let live = try start(["--from", "2016-01-05"])
    try live.waitFor("▶ 1 h/s")
    try end(live)
    let file = try #require(sessions.first)
    let replay = try start(["replay", file, "--paused"])
    try replay.waitFor("REPLAY 1× ❚❚")
    replay.send(":goto 2016-01-03 12:00\r")
    try replay.waitFor("Sun 3 Jan 2016 12:00")
    replay.send(">>")
    try replay.waitFor("REPLAY 4×")
    replay.send("/decided removed video\r")
    try replay.waitFor("comes: ")
    replay.send("F")
    try replay.waitUntil("the fork") { $0.contains("PAUSED") && $0.contains("● REC") }
    replay.send(":staff reviewers 50\r")
    try replay.waitFor("Reviewers: 50 % of its moderators")
    replay.send("7")
    try replay.waitFor("50 % of the scenario's moderators")
    replay.send(" ")
    try replay.waitFor("▶ 1 h/s")
    try end(replay)
    #expect(sessions.count == 2, "\(sessions)")
    try expectFork(of: file)
  }

  /// The list and the fork itself say where it comes from.
  private func expectFork(of parent: String) throws {
    func fact(_ name: String, _ file: String) throws -> String? {
      let lines = try modtop(["sessions", "info", file]).output.split(separator: "\n")
      let line = lines.first { $0.hasPrefix("\(name)  ") }
      return line.map { $0.dropFirst(13).trimmingCharacters(in: .whitespaces) }
    }
    let fork = try #require(sessions.first { $0 != parent })
    let id = try #require(try fact("session", parent))
    #expect(try fact("forked from", fork) == id)
    #expect(try fact("its file", fork) == parent)
    let list = try modtop(["sessions", "list", "--folder", folder.path + "/modtop/sessions"])
    #expect(list.output.contains("complete, fork of \(id.prefix(8))"))
  }

  @Test func aSignalEndsTheRecording() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let live = try start(["--from", "2016-01-03"])
    try live.waitFor("▶ 1 h/s")
    live.signal(SIGTERM)
    #expect(try live.waitForExit() == .signal(SIGTERM))
    #expect(sessions.count == 1, "\(sessions)")
    #expect(try modtop(["sessions", "info", sessions[0]]).output.contains("complete"))
  }

  @Test func aFileThatIsNoSessionIsOneLine() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("text.modtop").path
    try "no session".write(toFile: path, atomically: true, encoding: .utf8)
    for file in [path, folder.path, folder.appendingPathComponent("none").path] {
      let program = try start(["replay", file])
      #expect(try program.waitForExit() == .code(1))
      let lines = program.screenText.split(separator: "\n").filter { !$0.isEmpty }
      #expect(lines.first?.hasPrefix("modtop: ") == true)
      #expect(!program.screen.isAlternate)
    }
  }

  @Test func whereNothingCanBeRecordedTheHeaderSaysSo() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("file").path
    try "".write(toFile: path, atomically: true, encoding: .utf8)
    let program = try ScreenProcess(
      ScreenProcess.built("modtop"), ["--from", "2016-01-02"],
      environment: ["XDG_STATE_HOME": "\(path)/state"], size: (100, 30))
    try program.waitFor("NOT RECORDED")
    program.send(",")
    try program.waitFor("not recorded")
    try end(program)
  }
}
