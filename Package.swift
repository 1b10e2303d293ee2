// swift-tools-version: 6.3
import PackageDescription

/// The modules from the ground up; each may use only those above it.
/// The README's section on architecture says what each one holds.
let package = Package(
  name: "Veldlog",
  products: [
    .executable(name: "veldlog", targets: ["veldlog"]),
    .executable(name: "veldlog-bench", targets: ["veldlog-bench"]),
    .executable(name: "veldlog-sim", targets: ["veldlog-sim"]),
  ],
  dependencies: [],
  targets: [
    .systemLibrary(
      name: "CLibcrypto",
      pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]
    ),
    .systemLibrary(name: "CMalloc"),
    .systemLibrary(
      name: "CZstd",
      pkgConfig: "libzstd",
      providers: [.apt(["libzstd-dev"]), .brew(["zstd"])]
    ),

    .target(name: "CivilTime"),
    .target(name: "PlainText"),
    .target(name: "Words"),
    .target(name: "Platform", dependencies: ["CMalloc"]),
    .target(name: "Cryptography", dependencies: ["CLibcrypto"]),
    .target(name: "CanonicalJSON"),
    .target(name: "Tabular"),
    .target(name: "Identity", dependencies: ["Cryptography", "Platform"]),
    .target(name: "Vocabulary", dependencies: ["CanonicalJSON", "CivilTime", "PlainText", "Words"]),
    .target(
      name: "EventLog",
      dependencies: ["CanonicalJSON", "CivilTime", "Cryptography", "Identity", "Platform", "Vocabulary"]
    ),
    .target(
      name: "Merge", dependencies: ["CanonicalJSON", "Cryptography", "EventLog", "Identity", "Platform", "Vocabulary"]),
    .target(
      name: "Bundle",
      dependencies: [
        "CanonicalJSON", "Cryptography", "CZstd", "EventLog", "Identity", "Merge", "Platform",
      ]
    ),
    .target(
      name: "Projection",
      dependencies: ["CanonicalJSON", "CivilTime", "EventLog", "Identity", "Merge", "Platform", "Vocabulary"]),
    .target(name: "Statistics"),
    .target(
      name: "Query",
      dependencies: [
        "CanonicalJSON", "CivilTime", "PlainText", "Platform", "Projection", "Statistics", "Vocabulary", "Words",
      ]),
    .target(name: "Interview", dependencies: ["CanonicalJSON", "CivilTime", "Vocabulary", "Words"]),
    .target(name: "Terminal", dependencies: ["PlainText", "Platform"]),
    .target(
      name: "Dashboard",
      dependencies: [
        "CivilTime", "PlainText", "Projection", "Query", "Statistics", "Tabular", "Terminal", "Vocabulary", "Words",
      ]),
    .target(
      name: "Workspace",
      dependencies: [
        "Bundle", "CanonicalJSON", "CivilTime", "Cryptography", "EventLog", "Identity", "Interview", "Merge",
        "Platform", "Projection", "Query", "Statistics", "Tabular", "Vocabulary", "Words",
      ]
    ),
    .target(
      name: "Demo",
      dependencies: [
        "CanonicalJSON", "CivilTime", "EventLog", "Identity", "Merge", "Platform", "Vocabulary", "Words", "Workspace",
      ]
    ),
    .executableTarget(
      name: "veldlog",
      dependencies: [
        "Bundle", "CanonicalJSON", "CivilTime", "Dashboard", "Demo", "EventLog", "Identity", "Interview", "Merge",
        "PlainText", "Platform", "Projection", "Query", "Statistics", "Tabular", "Terminal", "Vocabulary", "Words",
        "Workspace",
      ]
    ),

    .target(
      name: "TestSupport", dependencies: ["CanonicalJSON", "Cryptography", "Platform"], path: "Tests/TestSupport"),
    .executableTarget(
      name: "veldlog-bench", dependencies: ["CanonicalJSON", "CivilTime", "EventLog", "Platform", "Workspace"]),
    .target(
      name: "Simulation",
      dependencies: [
        "Bundle", "CanonicalJSON", "CivilTime", "Cryptography", "EventLog", "Identity", "Merge", "Platform",
        "Projection", "Vocabulary", "Words", "Workspace",
      ]),
    .executableTarget(name: "veldlog-sim", dependencies: ["Cryptography", "Simulation", "Words"]),

    .testTarget(name: "PlainTextTests", dependencies: ["PlainText"]),
    .testTarget(name: "CivilTimeTests", dependencies: ["TestSupport", "CanonicalJSON", "CivilTime"]),
    .testTarget(name: "PlatformTests", dependencies: ["TestSupport", "Platform"]),
    .testTarget(name: "CryptographyTests", dependencies: ["Cryptography"]),
    .testTarget(name: "CanonicalJSONTests", dependencies: ["TestSupport", "CanonicalJSON", "Platform"]),
    .testTarget(name: "TabularTests", dependencies: ["Tabular"]),
    .testTarget(name: "IdentityTests", dependencies: ["TestSupport", "Identity", "Cryptography", "Platform"]),
    .testTarget(
      name: "EventLogTests",
      dependencies: ["TestSupport", "EventLog", "CanonicalJSON", "Cryptography", "Identity", "Platform"]),
    .testTarget(
      name: "VocabularyTests", dependencies: ["PlainText", "Vocabulary", "CanonicalJSON", "CivilTime", "Words"]),
    .testTarget(
      name: "MergeTests",
      dependencies: [
        "TestSupport", "Merge", "EventLog", "CanonicalJSON", "CivilTime", "Cryptography", "Identity", "Platform",
        "Vocabulary",
      ]),
    .testTarget(
      name: "BundleTests",
      dependencies: [
        "TestSupport", "Bundle", "CanonicalJSON", "Cryptography", "CZstd", "EventLog", "Merge", "Identity", "Platform",
      ]),
    .testTarget(
      name: "ProjectionTests", dependencies: ["CanonicalJSON", "CivilTime", "Platform", "Projection", "Vocabulary"]),
    .testTarget(name: "StatisticsTests", dependencies: ["Statistics"]),
    .testTarget(
      name: "QueryTests",
      dependencies: [
        "CanonicalJSON", "CivilTime", "EventLog", "Merge", "Platform", "Projection", "Query", "Statistics",
        "TestSupport", "Vocabulary", "Words", "Workspace",
      ]),
    .testTarget(
      name: "InterviewTests", dependencies: ["TestSupport", "Interview", "CanonicalJSON", "Vocabulary", "Words"]),
    .testTarget(name: "WordsTests", dependencies: ["Words"]),
    .testTarget(
      name: "DashboardTests",
      dependencies: [
        "PlainText", "CanonicalJSON", "CivilTime", "Dashboard", "Projection", "Query", "Terminal", "Vocabulary",
        "Words",
      ]),
    .testTarget(name: "TerminalTests", dependencies: ["PlainText", "Terminal"]),
    .testTarget(
      name: "WorkspaceTests",
      dependencies: [
        "TestSupport", "Workspace", "Bundle", "CanonicalJSON", "Cryptography", "EventLog", "Identity", "Merge",
        "Platform", "Projection", "Query", "Vocabulary", "Words",
      ]
    ),
    .testTarget(
      name: "DemoTests",
      dependencies: [
        "TestSupport", "Demo", "CanonicalJSON", "EventLog", "Merge", "Platform", "Query", "Vocabulary", "Words",
        "Workspace",
      ]
    ),
    .testTarget(name: "SimulationTests", dependencies: ["Simulation", "Words"]),
    .testTarget(name: "CommandTests", dependencies: ["CanonicalJSON", "TestSupport", "veldlog"]),
  ],
  swiftLanguageModes: [.v6]
)
