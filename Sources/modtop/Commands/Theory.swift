import ArgumentParser
import Experiments
import Foundation
import Queueing
import Simulation

/// Prints the metrics of a queueing model in closed form.
struct TheoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "theory",
    abstract: "Print the metrics of a queueing model in closed form.",
    discussion: """
      Without a model, lists the models with their parameters, metrics and sources. \
      A metric that follows a parameter in brackets needs it.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: "The model, such as mmc.")
  var model: String?

  @Option(
    help: ArgumentHelp(
      "The parameters, a JSON object such as '{\"c\": 2, \"lambda\": 1.5, \"mu\": 1}'.",
      valueName: "json"))
  var params: String?

  @Flag(help: "List the models.")
  var list = false

  @Option(help: "How to print the metrics: text or json.")
  var format: Format = .text

  func run() throws {
    guard let model, !list else { return try printModels() }
    guard Theory.models.contains(where: { $0.name == model }) else {
      let names = Theory.models.map(\.name)
      throw Failure(
        "unknown model \"\(model)\"" + NearestName.hint(for: model, in: names)
          + "; the models are \(names.joined(separator: ", "))")
    }
    guard let params else {
      throw Failure("--params is missing: expected a JSON object such as '{\"c\": 2}'")
    }
    let metrics = try evaluate(model, params)
    switch format {
    case .text:
      let width = metrics.map(\.metric.count).max() ?? 0
      for (name, value) in metrics {
        let padded = name.padding(toLength: width + 2, withPad: " ", startingAt: 0)
        try Output.print(padded + "\(value)")
      }
    case .json:
      try Output.print(
        JSONText.encode(Dictionary(uniqueKeysWithValues: metrics.map { ($0, $1) })))
    }
  }

  private func evaluate(
    _ model: String, _ params: String
  ) throws -> [(metric: String, value: Double)] {
    do {
      return try Theory.evaluate(model, TheoryParameters(json: params))
    } catch { throw Failure("--params: \(error)") }
  }

  private func printModels() throws {
    switch format {
    case .text: try Output.print(Theory.models.map(\.listing).joined(separator: "\n\n"))
    case .json: try Output.print(JSONText.encode(Theory.models.map(ModelListing.init)))
    }
  }
}

/// A model of the catalogue as programs read it.
private struct ModelListing: Encodable {
  let name: String
  let summary: String
  let parameters: [String]
  let metrics: [String]
  let source: String

  init(_ model: TheoryModel) {
    name = model.name
    summary = model.summary
    parameters = model.parameters
    metrics = model.metrics.map(\.name)
    source = model.source
  }
}

extension TheoryModel {
  fileprivate var listing: String {
    let metrics = metrics.map { $0.name + ($0.requires.map { " (\($0))" } ?? "") }
    var lines = [
      "\(name): \(summary)", "  parameters  \(parameters.joined(separator: ", "))",
      "  metrics     \(metrics.joined(separator: ", "))",
    ]
    if !source.isEmpty { lines.append("  source      \(source)") }
    return lines.joined(separator: "\n")
  }
}
