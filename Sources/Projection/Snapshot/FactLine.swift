import CanonicalJSON
import EventLog

/// The line behind a row of a projection.
public struct FactLine: Sendable {
  public let reference: Reference
  /// Without the line feed.
  public let bytes: [UInt8]

  init(reference: Reference, bytes: [UInt8]) {
    self.reference = reference
    self.bytes = bytes
  }

  /// A line of a table.
  public init(_ row: Int, in table: LineTable) {
    self.init(reference: table.reference(row), bytes: Array(table.line(row)))
  }

  /// What it says; nil where that was removed.
  public var payload: JSONObject? { read { view, bytes in view.payloadObject(in: bytes) } }

  /// Milliseconds since 1970, of the writer's clock.
  public var time: Int64? { read { view, _ in view.at.milliseconds } }

  public var kind: String? { read { view, bytes in String(decoding: bytes[view.kind], as: UTF8.self) } }

  /// The bytes of the payload; nil where that was removed.
  public var payloadBytes: [UInt8]? { read { view, bytes in view.payload.map { Array(bytes[$0]) } } }

  private func read<Result>(_ body: (LineView, UnsafeBufferPointer<UInt8>) -> Result?) -> Result? {
    bytes.withUnsafeBufferPointer { bytes in
      (try? LineView(parsing: bytes, in: 0..<bytes.count)).flatMap { body($0, bytes) }
    }
  }
}
