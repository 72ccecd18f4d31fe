import ArgumentParser
import Dashboard
import Foundation
import Recording
import Session

/// Lists, shows and checks recorded sessions.
struct Sessions: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the recorded sessions; show one; check one.",
    subcommands: [List.self, Info.self, Verify.self], defaultSubcommand: List.self)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
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
    var format: Format = .text

    func run() throws {
      let environment = ProcessInfo.processInfo.environment
      guard let folder = folder ?? SessionFolder.path(environment: environment) else {
        throw Failure("neither XDG_STATE_HOME nor HOME says where sessions are; use --folder")
      }
      let reports = SessionFolder.files(in: folder).map(SessionReport.init(listing:))
      switch format {
      case .json: try Output.print(JSONText.encode(reports))
      case .text where reports.isEmpty:
        try Output.print("no sessions in \(Sanitizer.clean(folder))")
      case .text: try Output.print(SessionReport.table(reports))
      }
    }
  }

  /// One session.
  struct Info: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print what a session file is.")

    @Argument(
      help: "The path of a session file.", completion: .file(extensions: ["modtop"]))
    var file: String

    @Option(help: "How to print it: text or json.")
    var format: Format = .text

    func run() throws {
      let report = SessionReport(try SessionFile.open(file))
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
      help: "The path of a session file.", completion: .file(extensions: ["modtop"]))
    var file: String

    @Flag(help: "Leave out the simulation, which takes the longest.")
    var skipSimulation = false

    @Option(help: "How to print the checks: text or json.")
    var format: Format = .text

    func run() throws {
      let session = try RecordedSession(opening: file)
      var checks = SessionVerifier(session.file, facts: session.facts).checks()
      if !skipSimulation {
        checks.append(session.simulationCheck(program: Modtop.version))
      }
      switch format {
      case .json: try Output.print(JSONText.encode(checks.map(CheckReport.init)))
      case .text: try Output.print(CheckReport.table(checks.map(CheckReport.init)))
      }
      let failed = checks.filter { $0.verdict == .failed }
      guard let first = failed.first else { return }
      throw Failure("\(file): \(failed.count) of \(checks.count) checks failed: \(first.name)")
    }
  }
}
