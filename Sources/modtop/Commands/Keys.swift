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

  func run() {
    switch format {
    case .text: print(KeyTable.text)
    case .markdown: print(KeyTable.markdown)
    }
  }
}
