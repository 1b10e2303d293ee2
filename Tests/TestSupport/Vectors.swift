import CanonicalJSON
import Cryptography
import Platform

/// One file of `SyncSpecs/vectors`.
public struct Vectors: Sendable {
  /// The folder that holds `Package.swift`, found from this file's own place.
  public static let packageRoot = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()

  public let document: JSONValue
  public let cases: [Case]

  /// Reads `SyncSpecs/vectors/<name>.json`; without cases where it cannot be read.
  public init(_ name: String) {
    let bytes = (try? RealFileSystem().contents(of: Self.packageRoot + "/SyncSpecs/vectors/\(name).json")) ?? []
    document = (try? JSONValue(parsing: bytes, rules: .any)) ?? .null
    cases = (document["cases"]?.arrayValue ?? []).map { Case(value: $0) }
  }

  /// The case of this name.
  public func named(_ name: String) -> Case? { cases.first { $0.name == name } }

  public struct Case: Sendable, CustomStringConvertible {
    public let value: JSONValue

    public var name: String { value["name"]?.stringValue ?? "" }
    /// What the test is called in reports.
    public var description: String { name }
    public var isAccepted: Bool { value["accept"]?.boolValue ?? false }
    public var expect: JSONValue { value["expect"] ?? .null }
    /// The word that the page gives the fault.
    public var refusal: String? { expect["refuse"]?.stringValue }

    public subscript(key: String) -> JSONValue? { value[key] }

    /// A text of the case; empty where there is none.
    public func text(_ key: String) -> String { value[key]?.stringValue ?? "" }

    /// The texts of a list of the case.
    public func texts(_ key: String) -> [String] { (value[key]?.arrayValue ?? []).compactMap(\.stringValue) }

    /// Bytes that the case gives as text, in base64 or as text that is repeated.
    public func bytes(_ key: String) -> [UInt8] {
      if let text = value[key]?.stringValue { return Array(text.utf8) }
      if let text = value[key + "_base64"]?.stringValue { return Base64.bytes(padded: text.utf8) ?? [] }
      guard let built = value[key + "_built"], let before = built["before"]?.stringValue,
        let fill = built["fill"]?.stringValue, let times = built["times"]?.integerValue,
        let after = built["after"]?.stringValue
      else { return [] }
      return Array(before.utf8) + Array(String(repeating: fill, count: Int(times)).utf8) + Array(after.utf8)
    }
  }
}
