/// The files of this folder that the program carries inside its binary.
package enum Assets {
  /// The YAML texts of the built-in scenarios by name, sorted.
  package static let scenarios: [(name: String, text: String)] = [
    ("dsa", text(PackageResources.dsa_yaml)),
    ("erlang-c", text(PackageResources.erlang_c_yaml)),
    ("netzdg", text(PackageResources.netzdg_yaml)),
    ("orders-only", text(PackageResources.orders_only_yaml)),
    ("pledge-2016", text(PackageResources.pledge_2016_yaml)),
    ("reupload-surge", text(PackageResources.reupload_surge_yaml)),
    ("tco-one-hour", text(PackageResources.tco_one_hour_yaml)),
    ("wuzhen-2016", text(PackageResources.wuzhen_2016_yaml)),
    ("wuzhen-later", text(PackageResources.wuzhen_later_yaml)),
  ]

  /// The shipped truth table of queueing theory, as CSV.
  package static let queueingTruth = text(PackageResources.queueing_truth_csv)

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
