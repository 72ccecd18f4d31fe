import Foundation
import Moderation
import Queueing
import Recording
import Testing

/// Files that were cut off or whose bits were changed.
@Suite struct DamageTests {
  private let fixture: Fixture
  private let log: [Event]

  init() throws {
    fixture = try Fixture()
    var maker = SyntheticLog(seed: 5)
    log = maker.events(12_000)
  }

  /// Reads what there is; checks that it is the beginning of the log.
  private func readPrefix(_ bytes: [UInt8], _ comment: String) throws -> Int? {
    let path = try fixture.write(bytes, "damaged.modtop")
    do {
      _ = try SessionFile.open(path)
    } catch {
      let line = "\(error)"
      #expect(line.hasPrefix("\(path): ") && !line.contains("\n"), "\(comment)")
      return nil
    }
    let (events, stop) = try fixture.read(path)
    #expect(stop != nil, "\(comment)")
    #expect(events == Array(log.prefix(events.count)), "\(comment)")
    // Reading never changes the file.
    #expect(try fixture.bytes(path) == bytes, "\(comment)")
    return events.count
  }

  @Test func aFileThatIsCutOffGivesWhatThereIs() throws {
    let bytes = try fixture.bytes(try fixture.record(log))
    let seed = UInt64.random(in: .min ... .max)
    var random = RandomStream(seed: seed, name: "cuts")
    for _ in 0..<60 {
      let length = Int(random.below(UInt32(bytes.count)))
      let count = try readPrefix(Array(bytes[..<length]), "seed \(seed), cut at \(length)")
      // With most of the file there is something to show.
      if length > bytes.count * 9 / 10 { #expect(count ?? 0 > 0, "seed \(seed), cut at \(length)") }
    }
  }

  @Test func aFileCutNearItsHeadIsRefusedInOneLine() throws {
    let bytes = try fixture.bytes(try fixture.record(log))
    for length in [1, 15, 16, 99, 100, 101, 511, 512, 4_095, 4_096, 4_097, 12_288] {
      _ = try readPrefix(Array(bytes[..<length]), "cut at \(length)")
    }
  }

  @Test func aChangedBitInAnyPageGivesAPrefixOrOneLine() throws {
    let bytes = try fixture.bytes(try fixture.record(log))
    let seed = UInt64.random(in: .min ... .max)
    var random = RandomStream(seed: seed, name: "bits")
    for page in 0..<(bytes.count / 4_096) {
      var damaged = bytes
      let place = page * 4_096 + Int(random.below(4_096))
      damaged[place] ^= 1 << UInt8(random.below(8))
      _ = try readPrefix(damaged, "seed \(seed), byte \(place)")
    }
  }

  @Test func changedBitsInTheFirstPageAreSeenThrough() throws {
    let bytes = try fixture.bytes(try fixture.record(log))
    for place in 0..<110 {
      var damaged = bytes
      damaged[place] ^= 1 << UInt8(place % 8)
      _ = try readPrefix(damaged, "byte \(place)")
    }
  }

  @Test func aProgramThatWasKilledLeavesWhatItHadCommitted() throws {
    let writer = try SessionWriter(
      creating: fixture.path(), header: fixture.header(), facts: fixture.facts)
    for event in log.prefix(9_000) { writer.append(event) }
    try writer.commit()
    for event in log[9_000..<11_000] { writer.append(event) }
    try writer.commit()
    // What is on the disk now is what a killed program leaves.
    let file = try fixture.bytes(fixture.path())
    let journal = try fixture.bytes(fixture.path() + "-wal")
    let seed = UInt64.random(in: .min ... .max)
    var random = RandomStream(seed: seed, name: "kills")
    for round in 0..<40 {
      let length = round == 0 ? journal.count : Int(random.below(UInt32(journal.count)))
      let path = try fixture.write(file, "killed-\(round).modtop")
      _ = try fixture.write(Array(journal[..<length]), "killed-\(round).modtop-wal")
      let (events, stop) = try fixture.read(path)
      #expect(events == Array(log.prefix(events.count)), "seed \(seed), length \(length)")
      #expect([0, 9_000, 11_000].contains(events.count), "seed \(seed), length \(length)")
      #expect(stop == .endOfRecording)
      if round == 0 { #expect(events.count == 11_000) }
    }
    try writer.close()
  }

  @Test func aFileAndFolderThatCannotBeWrittenCanBeRead() throws {
    let writer = try SessionWriter(
      creating: fixture.path(), header: fixture.header(), facts: fixture.facts)
    for event in log.prefix(1_000) { writer.append(event) }
    try writer.commit()
    let folder = fixture.path("read-only")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    _ = try fixture.write(try fixture.bytes(fixture.path()), "read-only/a.modtop")
    _ = try fixture.write(try fixture.bytes(fixture.path() + "-wal"), "read-only/a.modtop-wal")
    try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder)
    defer {
      try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder)
    }
    #expect(try fixture.read("\(folder)/a.modtop").events == Array(log.prefix(1_000)))
    try writer.close()
  }
}
