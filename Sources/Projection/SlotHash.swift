import CanonicalJSON
import Merge

/// Hashes of what facts are about, as `SlotReader` makes them of the same bytes.
enum SlotHash {
  /// Of a row that was not looked at.
  static let unknown = SlotReader.unknownHash
  /// Of a fact that is about nothing that it could share.
  static let none = SlotReader.noHash

  /// The hash of a payload of that kind.
  static func hash(of payload: UnsafeBufferPointer<UInt8>, _ plan: KindPlan) -> UInt32 {
    guard let fields = plan.kind.slot else { return none }
    return SlotReader.hash(of: payload, kind: plan.kind.name, fields: fields.map { Array($0.utf8) })
  }
}
