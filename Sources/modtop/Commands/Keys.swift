import ArgumentParser
import Dashboard

/// Prints the table of bindings.
struct Keys: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Print the keys of the dashboard.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown
  }

  @Option(help: "How to print them: text or markdown.")
  var format: Format = .text

  func run() throws {
    switch format {
    case .text: try Output.print(KeyTable.text)
    case .markdown: try Output.print(KeyTable.markdown)
    }
  }
}
