import Foundation
import Testing

/// Recording a run, and what the program says about the file.
@Suite struct SessionCommandTests {
  private func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = Bundle.main.bundleURL.appendingPathComponent("modtop")
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  @Test func aRecordedRunIsListedVerifiedAndExported() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("modtop-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("run.modtop").path
    let recording = ["simulate", "erlang-c", "--until", "2016-01-04", "--record", file]
    #expect(try run(recording).status == 0)
    let again = try run(recording)
    #expect(again.status != 0 && again.output.hasPrefix("modtop: "))
    let verified = try run(["sessions", "verify", file])
    #expect(verified.status == 0, "\(verified.output)")
    #expect(verified.output.contains("come out the same"))
    let copy = folder.appendingPathComponent("run.csv").path
    #expect(try run(["export", file, "--format", "csv", "-o", copy]).status == 0)
    #expect(try String(contentsOfFile: copy, encoding: .utf8).contains(",decided,"))
  }
}
