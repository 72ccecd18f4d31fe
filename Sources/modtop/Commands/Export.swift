import ArgumentParser
import Glibc
import Moderation
import Queueing
import Recording
import Session

/// Writes the events of a recorded session as text.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the events of a recorded session as JSON lines or CSV.")

  @Argument(help: "The path of a session file.", completion: .file(extensions: ["modtop"]))
  var file: String

  @Option(help: "How to write them: jsonl or csv.")
  var format: EventExport.Format

  @Option(
    help: ArgumentHelp(
      "Leave out what happened before, in the scenario's time zone.", valueName: "date"))
  var from: String?

  @Option(
    help: ArgumentHelp(
      "Leave out what happened after; a date alone means the end of that day.",
      valueName: "date"))
  var to: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write; without it, standard output.", valueName: "path"))
  var output: String?

  func run() throws {
    let session = try RecordedSession(opening: file)
    let clock = session.facts
    let start = try from.map { try clock.instant(argument: $0, option: "--from", .start) } ?? 0
    let end =
      try to.map { try clock.instant(argument: $0, option: "--to", .end) - 1 }
      ?? session.file.extent.end
    let target = try OutputFile(output)
    let first = try session.file.events(through: start - 1)
    let source = RecordingSource(session.file, facts: session.facts, from: first)
    var export = EventExport(format, facts: session.facts)
    var events: [Event] = []
    var isDone = false
    while !isDone {
      let number = source.next
      isDone = source.advance(to: end, limit: 4_096, into: &events) >= end || source.stop != nil
      for (offset, event) in events.enumerated() { export.add(event, number: number + offset) }
      try target.write(export.bytes)
      export.removeAll()
      events.removeAll(keepingCapacity: true)
    }
    try target.close()
    if let stop = source.stop, stop != .endOfRecording { throw Failure("\(file): \(stop)") }
  }
}

extension EventExport.Format: ExpressibleByArgument {}

/// A file that is written, or standard output, with its errors.
private final class OutputFile {
  private let path: String?
  private let descriptor: Int32

  init(_ path: String?) throws {
    self.path = path
    guard let path else {
      descriptor = STDOUT_FILENO
      return
    }
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Failure("\(path): \(String(cString: strerror(errno)))") }
  }

  func write(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw failure }
      rest = rest.dropFirst(written)
    }
  }

  func close() throws {
    guard path != nil else { return }
    guard Glibc.close(descriptor) == 0 else { throw failure }
  }

  private var failure: Failure {
    Failure("\(path ?? "standard output"): \(String(cString: strerror(errno)))")
  }
}
