import ArgumentParser
import Dashboard
import Experiments
import Foundation

/// Holds a table of true values against the closed forms and the simulation.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check the engine against a table of true values of queueing theory.",
    discussion: """
      Each row is checked by its closed form and, where a simulation can answer it, by \
      independent replications on the engine that also runs the scenarios. Fails when a row \
      is out: a closed form by more than a millionth, or a simulation at a level of 1 % for \
      the table as a whole.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Option(
    help: ArgumentHelp(
      "A table of the form model,params,metric,value; without it, the one in the program.",
      valueName: "file"))
  var table: String?

  @Option(
    help: ArgumentHelp("The wall time in all.", valueName: "seconds"),
    transform: { argument in
      guard let seconds = Double(argument), seconds > 0, seconds <= 1e6 else {
        throw Failure("expected a number of seconds above 0, up to 1000000")
      }
      return seconds
    })
  var budget: Double = 60

  @Option(
    help: ArgumentHelp(
      "How many events to simulate instead, whatever the time; makes a run repeatable.",
      valueName: "number"),
    transform: { argument in
      guard let events = Double(argument), events >= 0, events <= 1e13 else {
        throw Failure("expected a number from 0 to 1e13")
      }
      return events
    })
  var events: Double?

  @Option(
    help: ArgumentHelp("The seed: a whole number from 0 on.", valueName: "number"),
    transform: { argument in
      guard let seed = UInt64(argument) else {
        throw Failure("expected a whole number from 0 to \(UInt64.max)")
      }
      return seed
    })
  var seed: UInt64 = 1

  @Option(help: "How to print the rows: text or json.")
  var format: Format = .text

  func run() throws {
    let verification = Verification(try load(), seed: seed)
    let report = try verification.run(events.map { .events($0) } ?? .seconds(budget))
    switch format {
    case .text:
      // The table may come from anywhere.
      let lines = report.text.split(separator: "\n").map { Sanitizer.clean(String($0)) }
      try Output.print(lines.joined(separator: "\n"))
    case .json: try Output.print(JSONText.encode(report))
    }
    if let failure = report.failure { throw Failure(failure) }
  }

  private func load() throws -> TruthTable {
    guard let table else { return try .shipped() }
    guard let data = FileManager.default.contents(atPath: table) else {
      throw Failure("\(table): cannot be read")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw Failure("\(table): not a UTF-8 text")
    }
    return try TruthTable(parsing: text, file: table)
  }
}
