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
    let deadline = DispatchTime.now() + .seconds(30)
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
