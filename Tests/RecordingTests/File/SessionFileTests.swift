import Foundation
import GRDB
import Moderation
import Queueing
import Recording
import Testing

@Suite struct SessionFileTests {
  private let fixture: Fixture

  init() throws { fixture = try Fixture() }

  private func events(_ count: Int) -> [Event] {
    var maker = SyntheticLog(seed: 1)
    return maker.events(count)
  }

  @Test func whatWasRecordedIsReadFromAnyEventOn() throws {
    let log = events(20_000)
    let path = try fixture.record(log)
    let all = try fixture.read(path)
    #expect(all.events == log)
    #expect(all.stop == .endOfRecording)
    for first in [1, 8_191, 8_192, 8_193, 16_500, log.count - 1, log.count] {
      #expect(try fixture.read(path, from: first).events == Array(log[first...]))
    }
  }

  @Test func theHeaderSaysAllThatItTakesToSimulateAgain() throws {
    let parent = SessionHeader.Parent(id: "abc", events: 17, time: 123_456)
    let header = fixture.header(parent: parent)
    let recorder = try Recorder(
      creating: fixture.path(), header: header, facts: fixture.facts)
    #expect(recorder.close() == nil)
    let read = try SessionFile.open(fixture.path()).header
    #expect(read == header)
    #expect(read.seed == .max)
    #expect(read.id.count == 32)
  }

  @Test func aClosedFileStandsAloneAndIsItsOwnersOnly() throws {
    let path = try fixture.record(events(100))
    #expect(try FileManager.default.contentsOfDirectory(atPath: fixture.folder).count == 1)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let extent = try SessionFile.open(path).extent
    #expect(extent.isClosed)
    #expect(extent.events == 100 || extent.events == events(100).count)
    var fingerprint = LogFingerprint()
    for event in events(100) { fingerprint.add(event) }
    #expect(extent.fingerprint == fingerprint.hex)
    // Reading leaves nothing behind either.
    #expect(try FileManager.default.contentsOfDirectory(atPath: fixture.folder).count == 1)
  }

  @Test func aRecordingOverwritesNothing() throws {
    let path = try fixture.record(events(10))
    let error = SessionError(path, .exists)
    #expect(throws: error) {
      try Recorder(creating: path, header: fixture.header(), facts: fixture.facts)
    }
    #expect(try fixture.read(path).events == events(10))
  }

  @Test func smallCommitsBecomeLargeChunks() throws {
    let log = events(20_000)
    let writer = try SessionWriter(
      creating: fixture.path(), header: fixture.header(), facts: fixture.facts)
    for (index, event) in log.enumerated() {
      writer.append(event)
      if index % 700 == 0 {
        try writer.commit()
        let file = try SessionFile.open(fixture.path())
        #expect(file.extent.events == index + 1)
        #expect(!file.extent.isClosed)
      }
    }
    try writer.close()
    let chunks = try SessionFile.open(fixture.path()).chunks()
    #expect(chunks.map(\.count) == [8_192, 8_192, log.count - 2 * 8_192])
    #expect(try fixture.read(fixture.path()).events == log)
  }

  @Test func anInstantIsFoundAmidChunksAndTies() throws {
    let log = events(20_000)
    let file = try SessionFile.open(try fixture.record(log))
    for index in stride(from: 0, to: log.count, by: 371) {
      for time in [log[index].time - 1, log[index].time, log[index].time + 1] {
        let expected = log.firstIndex { $0.time > time } ?? log.count
        #expect(try file.events(through: time) == expected)
      }
    }
    #expect(try file.events(through: SimulationClock.end) == log.count)
  }

  @Test func aKeyframeIsTheLastOneBefore() throws {
    let log = events(1_000)
    let writer = try SessionWriter(
      creating: fixture.path(), header: fixture.header(), facts: fixture.facts)
    for (index, event) in log.enumerated() {
      if index % 300 == 0 {
        writer.append(Keyframe(events: index, time: event.time, state: [UInt8(index / 300)]))
      }
      writer.append(event)
    }
    try writer.close()
    let file = try SessionFile.open(fixture.path())
    #expect(try file.keyframe(ofAtMost: 599)?.events == 300)
    #expect(try file.keyframe(ofAtMost: 600)?.state == [2])
    #expect(try file.keyframe(notAfter: log[600].time)?.events == 600)
    #expect(try file.keyframe(notAfter: log[600].time - 1)?.events == 300)
    #expect(try file.keyframe(notAfter: -1) == nil)
    #expect(try fixture.read(fixture.path()).events == log)
  }

  @Test func markersCanBeSetAtAnyTime() throws {
    let recorder = try Recorder(
      creating: fixture.path(), header: fixture.header(), facts: fixture.facts)
    recorder.addMarker(at: 5, note: "while it is recorded")
    recorder.flush()
    let live = try SessionFile.open(fixture.path())
    try live.addMarker(at: 3, note: "by a second program")
    #expect(try live.markers().map(\.time) == [3, 5])
    #expect(recorder.close() == nil)
    let file = try SessionFile.open(fixture.path())
    try file.addMarker(at: 4, note: "later \u{1B}[31m" + String(repeating: "é", count: 2_000))
    let markers = try file.markers()
    #expect(markers.map(\.time) == [3, 4, 5])
    #expect(markers[1].note.utf8.count <= Marker.greatestNote)
    try file.removeMarker(markers[0].id)
    #expect(try file.markers().map(\.time) == [4, 5])
  }

  @Test func theFolderFollowsTheDirectoriesOfTheDesktop() {
    #expect(
      SessionFolder.path(environment: ["XDG_STATE_HOME": "/s", "HOME": "/h"])
        == "/s/modtop/sessions")
    #expect(
      SessionFolder.path(environment: ["XDG_STATE_HOME": "s", "HOME": "/h"])
        == "/h/.local/state/modtop/sessions")
    #expect(SessionFolder.path(environment: [:]) == nil)
  }

  @Test func aNewFileIsNamedAfterScenarioSeedAndDate() throws {
    func name(_ scenario: String) -> String {
      SessionFolder.newFile(
        in: fixture.folder, scenario: scenario, seed: 7, recordedAt: 1_460_425_265)
    }
    #expect(name("pledge-2016") == fixture.path("pledge-2016-seed7-20160412-014105.modtop"))
    #expect(name("../x\u{1B}y/é").hasPrefix("\(fixture.folder)/---x-y---seed7-"))
    _ = try fixture.write([1], "pledge-2016-seed7-20160412-014105.modtop")
    #expect(name("pledge-2016") == fixture.path("pledge-2016-seed7-20160412-014105-2.modtop"))
    #expect(SessionFolder.files(in: fixture.folder).count == 1)
  }
}
