import Foundation
import Testing

/// Runs the program without a terminal; returns its status and all that it printed.
func modtop(_ arguments: [String]) throws -> (status: Int32, output: String) {
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

/// Does something with a folder of its own, which goes afterwards.
func inTemporaryFolder(_ body: (URL) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("modtop-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try body(folder)
}

/// The same with a scenario's first days recorded in the folder.
func inTemporaryFolder(
  recording scenario: String, _ body: (URL, String) throws -> Void
) throws {
  try inTemporaryFolder { folder in
    try body(folder, record(scenario, in: folder))
  }
}

/// A scenario's run until the end of 4 January 2016, recorded; the path of its file.
func record(_ scenario: String, in folder: URL, as name: String = "run") throws -> String {
  let file = folder.appendingPathComponent("\(name).modtop").path
  let run = try modtop(["simulate", scenario, "--until", "2016-01-04", "--record", file])
  #expect(run.status == 0, "\(run.output)")
  return file
}
