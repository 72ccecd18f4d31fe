// swift-tools-version: 6.2
import PackageDescription

/// Our own targets: Swift 6 language mode, warnings are errors.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
]

/// Targets on the simulation's hot path.
///
/// In release their `public` declarations, private parts included, are inlined into the
/// targets that use them, at any size; `package` ones are not. So in these targets
/// `public` marks what a model calls at each event. In debug they are optimised too,
/// with every assertion kept: a season of the simulation takes 8 s without, and the
/// tests run many. A root package may set such flags.
let hot: [SwiftSetting] =
  strict + [
    .unsafeFlags(
      ["-cross-module-optimization", "-Xllvm", "-cmo-function-size-limit=1000"],
      .when(configuration: .release)),
    .unsafeFlags(["-O", "-assert-config", "Debug"], .when(configuration: .debug)),
  ]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let uniqueArray = Target.Dependency.product(
  name: "BasicContainers", package: "swift-collections")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

/// The scenarios that the binary carries.
let scenarios = [
  "dsa", "erlang-c", "netzdg", "orders-only", "pledge-2016", "reupload-surge",
  "tco-one-hour", "wuzhen-2016", "wuzhen-later",
]

let package = Package(
  name: "modtop",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .target(name: "Queueing", swiftSettings: hot),
    .executableTarget(name: "modtop-bench", dependencies: ["Queueing"], swiftSettings: hot),
    .target(name: "Moderation", dependencies: ["Queueing"], swiftSettings: hot),
    .target(
      name: "Assets", path: "Assets",
      exclude: ["queueing_truth.md", "scenario.schema.json"],
      resources: ["queueing_truth.csv"].map { .embedInCode($0) }
        + scenarios.map { .embedInCode("scenarios/\($0).yaml") },
      swiftSettings: strict),
    .target(
      name: "Simulation", dependencies: ["Assets", "Moderation", "Queueing", uniqueArray, yams],
      swiftSettings: hot),
    .target(
      name: "Recording", dependencies: ["Moderation", "Queueing", grdb], swiftSettings: hot),
    .target(
      name: "Session", dependencies: ["Moderation", "Queueing", "Recording", "Simulation"],
      swiftSettings: hot),
    .target(
      name: "Experiments",
      dependencies: ["Assets", "Moderation", "Queueing", "Session", "Simulation"],
      swiftSettings: hot),
    .target(name: "Dashboard", dependencies: ["Moderation", "Queueing"], swiftSettings: strict),
    .systemLibrary(name: "CNcurses"),
    .target(
      name: "CursesTerminal", dependencies: ["CNcurses", "Dashboard"], swiftSettings: strict),
    .executableTarget(
      name: "modtop",
      dependencies: [
        "CursesTerminal", "Dashboard", "Experiments", "Moderation", "Queueing", "Recording",
        "Session", "Simulation", argumentParser,
      ],
      swiftSettings: strict),
    .systemLibrary(name: "CVTerm", path: "Tests/Support/CVTerm"),
    .target(
      name: "TerminalTesting", dependencies: ["CVTerm"], path: "Tests/Support/TerminalTesting",
      swiftSettings: strict),
    .executableTarget(
      name: "terminal-demo", dependencies: ["CursesTerminal", "Dashboard"],
      path: "Tests/Support/TerminalDemo", swiftSettings: strict),
    .executableTarget(
      name: "session-bench",
      dependencies: ["Moderation", "Queueing", "Recording", "Session", "Simulation"],
      path: "Tests/Support/SessionBench", swiftSettings: hot),
    .testTarget(
      name: "QueueingTests", dependencies: ["Experiments", "Queueing"], exclude: ["Fixtures"],
      swiftSettings: strict),
    .testTarget(
      name: "ExperimentsTests",
      dependencies: ["Assets", "Experiments", "Moderation", "Queueing", "Session", "Simulation"],
      swiftSettings: strict),
    .testTarget(
      name: "ModerationTests", dependencies: ["Moderation", "Queueing"], swiftSettings: strict),
    .testTarget(
      name: "SimulationTests", dependencies: ["Assets", "Simulation", "Moderation", "Queueing"],
      exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(
      name: "RecordingTests",
      dependencies: ["Moderation", "Queueing", "Recording", "Simulation", grdb],
      exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(
      name: "SessionTests",
      dependencies: ["Session", "Simulation", "Moderation", "Queueing", "Recording"],
      swiftSettings: strict),
    .testTarget(
      name: "DashboardTests",
      dependencies: ["Dashboard", "Moderation", "Queueing", "Session", "Simulation"],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "ProgramTests", dependencies: ["TerminalTesting", "modtop", grdb], swiftSettings: strict
    ),
    .testTarget(
      name: "TerminalTests",
      dependencies: [
        "CursesTerminal", "Dashboard", "Queueing", "TerminalTesting", "terminal-demo",
      ],
      swiftSettings: strict),
  ]
)
