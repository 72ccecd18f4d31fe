/// The files of this folder that the program carries inside its binary.
package enum Assets {
  /// The YAML texts of the built-in scenarios by name, sorted.
  package static let scenarios: [(name: String, text: String)] = [
    ("pledge-2016", text(PackageResources.pledge_2016_yaml))
  ]

  /// The shipped truth table of queueing theory, as CSV.
  package static let queueingTruth = text(PackageResources.queueing_truth_csv)

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
