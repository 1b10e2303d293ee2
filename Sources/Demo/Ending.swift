import CanonicalJSON

/// How the demo ended: what stands on disk.
public struct Ending: Sendable {
  public struct Instance: Sendable {
    public let regio: String
    /// The id of its shared log.
    public let log: String
    /// An absolute path.
    public let folder: String
    public let fingerprint: String
    public let conflictCount: Int
  }

  /// The id of the workspace.
  public let workspace: String
  public let instances: [Instance]
  /// Facts of any state, and those that hold, as each instance counts them.
  public let factCount: Int
  public let liveCount: Int
  /// The fact of the conflict that figures leave out meanwhile, as `resolve` takes it.
  public let unusedReference: String

  /// The document of `demo --format json`.
  public var json: JSONValue {
    [
      "workspace": .string(workspace), "facts": .integer(Int64(factCount)), "live": .integer(Int64(liveCount)),
      "conflicts": .integer(Int64(instances.first?.conflictCount ?? 0)),
      "fingerprint": .string(instances.first?.fingerprint ?? ""),
      "instances": .array(
        instances.map { instance in
          [
            "regio": .string(instance.regio), "log": .string(instance.log), "dir": .string(instance.folder),
            "fingerprint": .string(instance.fingerprint),
          ]
        }),
    ]
  }
}
