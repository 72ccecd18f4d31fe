// swift-tools-version: 6.2
import PackageDescription

/// Our own targets: Swift 6 language mode, warnings are errors.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
]

/// Targets on the simulation's hot path.
///
/// Their `public` declarations, private parts included, are inlined into the targets
/// that use them, at any size; `package` ones are not. So in these targets `public` marks
/// what a model calls at each event. Release only; a root package may set the flags.
let hot: [SwiftSetting] =
  strict + [
    .unsafeFlags(
      ["-cross-module-optimization", "-Xllvm", "-cmo-function-size-limit=1000"],
      .when(configuration: .release))
  ]

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
    .executableTarget(name: "modtop-bench", dependencies: ["Queueing"], swiftSettings: hot),
    .testTarget(name: "QueueingTests", dependencies: ["Queueing"], swiftSettings: strict),
  ]
)
