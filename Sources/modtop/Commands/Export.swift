import ArgumentParser
import Glibc
import Moderation
import Queueing
import Recording
import Session

/// Writes a recorded session in another form.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a recorded session's events as JSON lines or CSV, or its replay as a cast.",
    discussion: """
      A cast is a recording of the terminal that asciinema plays. The events are written \
      with all their values; the columns are described in the guide to session files.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case jsonl, csv, cast
  }

  @Argument(
    help: "The path of a session file, or the name of one that modtop sessions lists.",
    completion: .file(extensions: ["modtop"]))
  var file: String

  @Option(help: "How to write it: jsonl, csv or cast.")
  var format: Format

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
    help: ArgumentHelp(
      "The file to write; without it, or with -, standard output.", valueName: "path"))
  var output: String?

  @OptionGroup(title: "Casts") var cast: CastOptions

  mutating func run() throws {
    if output == "-" { output = nil }
    if format != .cast, let option = cast.given {
      throw Failure("\(option): only with --format cast, not with \(format.rawValue)")
    }
    let session = try RecordedSession(opening: SessionPath.resolve(file))
    let facts = session.facts
    let start = try from.map { try facts.instant(argument: $0, option: "--from", .start) } ?? 0
    let last = session.file.extent.end
    let end = min(
      last, try to.map { try facts.instant(argument: $0, option: "--to", .end) - 1 } ?? last)
    guard start <= end else { throw Failure("--from lies after the end of what is exported") }
    try checkOutput(session.file.path)
    switch format {
    case .jsonl: try writeEvents(of: session, .jsonl, from: start, to: end)
    case .csv: try writeEvents(of: session, .csv, from: start, to: end)
    case .cast:
      var export = try cast.export(of: session, from: start, to: end)
      let target = try OutputFile(output)
      try export.run { try target.write(Array($0.utf8)) }
      try target.close()
    }
  }

  /// That the export does not overwrite what it is made from.
  private func checkOutput(_ path: String) throws {
    guard let output, let target = FileIdentity(of: output) else { return }
    for suffix in ["", "-wal", "-shm", "-journal"] where FileIdentity(of: path + suffix) == target {
      throw Failure("\(output): is the session that is exported; choose another file")
    }
  }

  private func writeEvents(
    of session: RecordedSession, _ format: EventExport.Format, from start: Microseconds,
    to end: Microseconds
  ) throws {
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
    guard Output.write(bytes, to: descriptor) else { throw failure }
  }

  func close() throws {
    guard path != nil else { return }
    guard Glibc.close(descriptor) == 0 else { throw failure }
  }

  private var failure: Failure {
    Failure("\(path ?? "standard output"): \(String(cString: strerror(errno)))")
  }
}
