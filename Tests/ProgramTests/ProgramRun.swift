import Foundation

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
