// swift-tools-version: 6.2
import PackageDescription

/// Our own targets: Swift 6 language mode, warnings are errors.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
]

/// Targets on the simulation's hot path.
///
/// Their generic code is specialised in the targets that use it. Release only;
/// a root package may set the flag.
let hot: [SwiftSetting] =
  strict + [.unsafeFlags(["-cross-module-optimization"], .when(configuration: .release))]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
  name: "modtop",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .target(name: "Queueing", swiftSettings: hot),
    .testTarget(
      name: "QueueingTests", dependencies: ["Queueing"], exclude: ["Fixtures"],
      swiftSettings: strict),
  ]
)
