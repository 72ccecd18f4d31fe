@testable import Simulation

/// Finds the lines in which the values of a scenario file stand.
struct FileLines {
  private let root: FileTree

  init(_ text: String) throws { root = try FileTree(yaml: text, file: "f.yaml") }

  /// The line of the value at a path such as `shocks[2].content`; nil when it is not there.
  func line(of path: String) -> Int? {
    var tree: FileTree? = root
    for part in path.split(separator: ".") {
      let steps = part.split(separator: "[")
      tree = tree?[String(steps[0])]
      for index in steps.dropFirst() {
        guard let index = Int(index.dropLast()), let elements = tree?.elements,
          elements.indices.contains(index)
        else { return nil }
        tree = elements[index]
      }
    }
    return tree?.place.line
  }
}
