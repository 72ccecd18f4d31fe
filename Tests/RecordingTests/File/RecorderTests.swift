import Dispatch
import Foundation
import GRDB
import Moderation
import Queueing
import Recording
import Testing

@Suite struct RecorderTests {
  private let fixture: Fixture
  private let log: [Event]

  init() throws {
    fixture = try Fixture()
    var maker = SyntheticLog(seed: 9)
    log = maker.events(400_000)
  }

  private func recorder(pageLimit: Int? = nil) throws -> Recorder {
    try Recorder(
      creating: fixture.path(), header: fixture.header(), facts: fixture.facts,
      pageLimit: pageLimit)
  }

  @Test func moreThanTheBacklogIsHeldBackAndNotLost() throws {
    let recorder = try recorder()
    // Far more than may wait at once.
    for start in stride(from: 0, to: log.count, by: 50_000) {
      recorder.record(Array(log[start..<(start + 50_000)]), through: log[start + 49_999].time)
    }
    #expect(recorder.close() == nil)
    #expect(try fixture.read(fixture.path()).events == log.prefix(400_000) + [])
  }

  @Test func whatHappenedIsSoonInTheFile() throws {
    let recorder = try recorder()
    recorder.record(Array(log.prefix(100)), through: log[99].time + 5)
    // A quarter second on a machine that does nothing else.
    let deadline = DispatchTime.now() + .seconds(5)
    var extent = try SessionFile.open(fixture.path()).extent
    while extent.events < 100, DispatchTime.now() < deadline {
      usleep(10_000)
      extent = try SessionFile.open(fixture.path()).extent
    }
    #expect(extent.events == 100)
    #expect(extent.end == log[99].time + 5)
    #expect(!extent.isClosed)
    #expect(recorder.close() == nil)
  }

  @Test func aReaderSeesAFileGrow() throws {
    let recorder = try recorder()
    recorder.record(Array(log.prefix(100)), through: log[99].time)
    recorder.flush()
    let file = try SessionFile.open(fixture.path())
    recorder.record(Array(log[100..<20_000]), through: log[19_999].time)
    recorder.flush()
    #expect(file.extent.events == 100)
    try file.refresh()
    #expect(file.extent.events == 20_000)
    #expect(try file.chunk(containing: 150).first == 0)
    #expect(recorder.close() == nil)
    try file.refresh()
    #expect(file.extent.isClosed)
  }

  @Test func aFullDiskEndsTheRecordingAndKeepsWhatWasWritten() throws {
    let recorder = try recorder(pageLimit: 200)
    for start in stride(from: 0, to: log.count, by: 10_000) {
      recorder.record(Array(log[start..<(start + 10_000)]), through: log[start + 9_999].time)
      recorder.flush()
    }
    #expect(recorder.failure == SessionError(fixture.path(), .diskFull))
    #expect(recorder.failure?.label == "disk full")
    #expect(recorder.close()?.reason == .diskFull)
    let (events, stop) = try fixture.read(fixture.path())
    #expect(events.count >= 10_000)
    #expect(events.count % 10_000 == 0)
    #expect(events == Array(log.prefix(events.count)))
    #expect(stop == .endOfRecording)
  }

  @Test func whileAnotherProgramHoldsTheFileNothingIsLost() throws {
    let recorder = try recorder()
    recorder.record(Array(log.prefix(100)), through: log[99].time)
    recorder.flush()
    let other = try DatabaseQueue(path: fixture.path())
    try other.writeWithoutTransaction { database in
      try database.execute(sql: "BEGIN IMMEDIATE")
      recorder.record(Array(log[100..<20_000]), through: log[19_999].time)
      recorder.flush()
      #expect(recorder.obstacle?.reason == .busy)
      #expect(recorder.obstacle?.label == "file in use")
      #expect(recorder.failure == nil)
      try database.execute(sql: "ROLLBACK")
    }
    recorder.flush()
    #expect(recorder.obstacle == nil)
    #expect(recorder.close() == nil)
    #expect(try fixture.read(fixture.path()).events == log.prefix(20_000) + [])
  }

  /// However much waits: each attempt to write would take its time.
  @Test func whileAnotherProgramHoldsTheFileTheSessionGoesOn() throws {
    let recorder = try recorder()
    let other = try DatabaseQueue(path: fixture.path())
    try other.writeWithoutTransaction { database in
      try database.execute(sql: "BEGIN IMMEDIATE")
      let start = DispatchTime.now()
      for first in stride(from: 0, to: 400_000, by: 4_000) {
        let batch = Array(log[first..<first + 4_000])
        recorder.record(batch, through: log[first + 3_999].time)
      }
      let seconds = Double(DispatchTime.now().uptimeNanoseconds - start.uptimeNanoseconds) / 1e9
      #expect(recorder.failure == nil)
      // Some attempts of a quarter second each, not one for each megabyte or batch.
      #expect(seconds < 20, "\(seconds)")
      try database.execute(sql: "ROLLBACK")
    }
    #expect(recorder.close() == nil)
    #expect(try fixture.read(fixture.path()).events == log.prefix(400_000) + [])
  }

  /// Who only has the file open does not keep a part of it in the log beside it.
  @Test func aFileStandsAloneAlthoughSomebodyHasItOpen() throws {
    let recorder = try recorder()
    recorder.record(Array(log.prefix(20_000)), through: log[19_999].time)
    recorder.flush()
    let other = try DatabaseQueue(path: fixture.path())
    let seen = try other.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM events") }
    #expect(seen ?? 0 > 0)
    #expect(recorder.close() == nil)
    let copy = fixture.path("copy.modtop")
    try FileManager.default.copyItem(atPath: fixture.path(), toPath: copy)
    #expect(try fixture.read(copy).events == log.prefix(20_000) + [])
    try other.close()
  }

  /// SQLite would take it for the new file's.
  @Test func theLogOfAnotherFileIsRefused() throws {
    let log = try fixture.write([1], "session.modtop-wal")
    let refusal = SessionError(fixture.path(), .leftover(log))
    #expect(throws: refusal) { try self.recorder() }
    #expect("\(refusal)".hasSuffix("is left of another session: move it to its file, or delete it"))
    #expect(!FileManager.default.fileExists(atPath: fixture.path()))
  }

  @Test(arguments: ["deleted", "replaced"])
  func aFileThatIsGoneIsNoticed(how: String) throws {
    let recorder = try recorder()
    recorder.record(Array(log.prefix(100)), through: log[99].time)
    recorder.flush()
    #expect(recorder.failure == nil)
    try FileManager.default.moveItem(
      atPath: fixture.path(), toPath: fixture.path("elsewhere.modtop"))
    if how == "replaced" { _ = try fixture.write([1, 2, 3], "session.modtop") }
    recorder.record(Array(log[100..<200]), through: log[199].time)
    recorder.flush()
    #expect(recorder.failure == SessionError(fixture.path(), .gone))
    #expect(recorder.close()?.label == "file is gone")
  }

  /// Nothing is at the path before all is in it that a session must have.
  @Test func whatCannotBeMadeLeavesNothing() throws {
    #expect(throws: SessionError(fixture.path(), .diskFull)) { try self.recorder(pageLimit: 3) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: fixture.folder) == [])
    let kept = try fixture.write([7], "session.modtop")
    #expect(throws: SessionError(kept, .exists)) { try self.recorder() }
    #expect(try fixture.bytes(kept) == [7])
    try FileManager.default.removeItem(atPath: kept)
    let recorder = try self.recorder()
    let names = try FileManager.default.contentsOfDirectory(atPath: fixture.folder).sorted()
    #expect(names.filter { !$0.hasPrefix("session.modtop") } == [])
    #expect(names.contains("session.modtop") && !names.contains { $0.hasSuffix(".new") })
    #expect(recorder.close() == nil)
  }

  @Test func whereNoFileCanBeItSaysSo() {
    let path = "\(fixture.folder)/no/such/folder.modtop"
    #expect(throws: SessionError(path, .unwritable("No such file or directory"))) {
      try Recorder(creating: path, header: fixture.header(), facts: fixture.facts)
    }
  }
}
