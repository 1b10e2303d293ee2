import CanonicalJSON
import Cryptography
import EventLog
import Identity

/// A value of a manifest together with where it stands, so that a fault can name it.
struct ManifestValue {
  let value: JSONValue
  /// Written as `segments[2].path`; empty for the manifest itself.
  let place: String

  func fault(_ wanted: ManifestFault.Wanted) -> ManifestFault { .wrongValue(at: place, wanted: wanted) }

  /// The members of an object that must have all of `names`, may have `optional`, and has no others.
  func members(_ names: [String], optional: [String] = []) throws(ManifestFault) -> [String: ManifestValue] {
    let members = try anyMembers()
    let missing = names.filter { members[$0] == nil }
    let unknown = members.keys.filter { !names.contains($0) && !optional.contains($0) }.sorted()
    guard missing.isEmpty, unknown.isEmpty else {
      throw .wrongMembers(at: place, missing: missing, unknown: unknown.map { TarName.printable($0.utf8) })
    }
    return members
  }

  /// The members of an object, whatever their names.
  func anyMembers() throws(ManifestFault) -> [String: ManifestValue] {
    guard let object = value.objectValue else { throw fault(.object) }
    var members: [String: ManifestValue] = [:]
    for member in object.members {
      let name = TarName.printable(member.key.utf8)
      members[member.key] = ManifestValue(value: member.value, place: place.isEmpty ? name : place + "." + name)
    }
    return members
  }

  func items() throws(ManifestFault) -> [ManifestValue] {
    guard let array = value.arrayValue else { throw fault(.array) }
    return array.enumerated().map { ManifestValue(value: $0.element, place: "\(place)[\($0.offset)]") }
  }

  /// The items of a list, each read by `read`, that must ascend without repeats.
  func ascendingItems<Item>(
    _ read: (ManifestValue) throws(ManifestFault) -> Item,
    by precedes: (Item, Item) -> Bool
  ) throws(ManifestFault) -> [Item] {
    var list: [Item] = []
    for item in try items() {
      let next = try read(item)
      if let last = list.last, !precedes(last, next) { throw item.fault(.ascendingItem) }
      list.append(next)
    }
    return list
  }

  func text() throws(ManifestFault) -> String {
    guard let text = value.stringValue else { throw fault(.text) }
    return text
  }

  func logID() throws(ManifestFault) -> LogID {
    guard let text = value.stringValue, let log = LogID(text) else { throw fault(.logID) }
    return log
  }

  func chain() throws(ManifestFault) -> Chain {
    guard let text = value.stringValue, let chain = Chain(text) else { throw fault(.chain) }
    return chain
  }

  func reference() throws(ManifestFault) -> Reference {
    guard let text = value.stringValue, let reference = Reference(text) else { throw fault(.reference) }
    return reference
  }

  func sha256() throws(ManifestFault) -> Digest {
    guard let text = value.stringValue, let digest = Digest(hexadecimal: text) else { throw fault(.sha256) }
    return digest
  }

  func sequenceNumber() throws(ManifestFault) -> Int { try integer(from: 1, or: .sequenceNumber) }

  func byteCount(from smallest: Int64) throws(ManifestFault) -> Int { try integer(from: smallest, or: .byteCount) }

  private func integer(from smallest: Int64, or wanted: ManifestFault.Wanted) throws(ManifestFault) -> Int {
    guard let integer = value.integerValue, integer >= smallest, integer <= JSONValue.largestInteger else {
      throw fault(wanted)
    }
    return Int(integer)
  }
}
