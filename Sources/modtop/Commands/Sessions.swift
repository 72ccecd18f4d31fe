import ArgumentParser
import Dashboard
import Foundation
import Recording
import Session

/// Lists, shows and checks recorded sessions.
struct Sessions: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the recorded sessions; show one; check one; delete old ones.",
    subcommands: [List.self, Info.self, Verify.self, Prune.self], defaultSubcommand: List.self)

  /// The folder that was asked for, which must be there, or that of sessions that recorded
  /// themselves.
  fileprivate static func folder(_ asked: String?) throws -> String {
    if let asked {
      guard let folder = opendir(asked) else {
        throw Failure("--folder \"\(asked)\": \(String(cString: strerror(errno)))")
      }
      closedir(folder)
      return asked
    }
    let environment = ProcessInfo.processInfo.environment
    guard let folder = SessionFolder.path(environment: environment) else {
      throw Failure("neither XDG_STATE_HOME nor HOME says where sessions are; use --folder")
    }
    return folder
  }

  /// A line a session.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the recorded sessions.",
      discussion: """
        Without a folder, those that modtop recorded by itself: in \
        $XDG_STATE_HOME/modtop/sessions or ~/.local/state/modtop/sessions.
        """)

    @Option(help: ArgumentHelp("The folder to look into.", valueName: "path"))
    var folder: String?

    @Option(help: "How to print them: text or json.")
    var format: ReportFormat = .text

    func run() throws {
      let folder = try Sessions.folder(folder)
      let reports = SessionFolder.files(in: folder).map(SessionReport.init(listing:))
      switch format {
      case .json: try Output.print(JSONText.encode(reports))
      case .text where reports.isEmpty:
        try Output.print("no sessions in \(Sanitizer.clean(folder))")
      case .text: try Output.print(SessionReport.table(reports).text(columns: Output.columns))
      }
    }
  }

  /// One session.
  struct Info: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print what a session file is.")

    @Argument(
      help: "The path of a session file, or the name of one that modtop sessions lists.",
      completion: .file(extensions: ["modtop"]))
    var file: String

    @Option(help: "How to print it: text or json.")
    var format: ReportFormat = .text

    func run() throws {
      let report = try SessionReport(of: SessionFile.open(SessionPath.resolve(file)))
      try Output.print(format == .json ? JSONText.encode(report) : report.text)
    }
  }

  /// Whether a session file is what it says.
  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check a session file: its pages, its log, and a simulation of the same.",
      discussion: """
        The session is simulated anew where the same version of modtop recorded it, with the \
        interventions of its user; the log must come out the same. Fails when a check does.
        """)

    @Argument(
      help: "The path of a session file, or the name of one that modtop sessions lists.",
      completion: .file(extensions: ["modtop"]))
    var file: String

    @Flag(help: "Leave out the simulation, which takes the longest.")
    var skipSimulation = false

    @Option(help: "How to print the checks: text or json.")
    var format: ReportFormat = .text

    func run() throws {
      let session = try RecordedSession(opening: SessionPath.resolve(file))
      var checks = SessionVerifier(session.file, facts: session.facts).checks()
      if !skipSimulation {
        checks.append(session.simulationCheck(program: Modtop.version))
      }
      switch format {
      case .json: try Output.print(JSONText.encode(checks.map(CheckReport.init)))
      case .text: try Output.print(CheckReport.table(checks.map(CheckReport.init)))
      }
      let failed = checks.filter { $0.verdict == .failed }
      guard !failed.isEmpty else { return }
      throw Failure(
        "\(file): \(failed.count) of \(checks.count) checks failed: "
          + failed.map(\.name).joined(separator: ", "))
    }
  }
}

extension Sessions {
  /// The oldest files of a folder are deleted.
  struct Prune: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Delete all but the newest recorded sessions.",
      discussion: """
        Without a folder, among those that modtop recorded by itself. Those that were not \
        ended, because they are being recorded or were cut short, stay.
        """)

    @Option(help: ArgumentHelp("How many to keep.", valueName: "number"))
    var keep: Int

    @Option(help: ArgumentHelp("The folder to look into.", valueName: "path"))
    var folder: String?

    @Flag(help: "Only say which would be deleted.")
    var dryRun = false

    func run() throws {
      guard keep >= 0 else { throw Failure("--keep \(keep): expected a number from 0 on") }
      let files = try SessionFolder.files(in: Sessions.folder(folder))
      let old = Self.newestFirst(files).dropFirst(keep).filter(Self.isClosed)
      for file in old {
        if !dryRun {
          do {
            try FileManager.default.removeItem(atPath: file)
          } catch { throw Failure("\(file): cannot be deleted") }
          // Left there by whoever had the file open when its session ended.
          for suffix in ["-wal", "-shm"] { unlink(file + suffix) }
        }
        try Output.print("\(dryRun ? "would delete" : "deleted") \(Sanitizer.clean(file))")
      }
      if old.isEmpty { try Output.print("nothing to delete") }
    }

    private static func newestFirst(_ files: [String]) -> [String] {
      func date(_ file: String) -> Date {
        let attributes = try? FileManager.default.attributesOfItem(atPath: file)
        return attributes?[.modificationDate] as? Date ?? .distantPast
      }
      return files.map { ($0, date($0)) }.sorted { ($0.1, $0.0) > ($1.1, $1.0) }.map(\.0)
    }

    /// A file that cannot be read is not deleted: nobody knows what it is.
    private static func isClosed(_ file: String) -> Bool {
      (try? SessionFile.open(file))?.extent.isClosed == true
    }
  }
}
