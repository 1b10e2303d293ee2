import Identity
import Vocabulary

/// Everything beside the logs that what a snapshot holds depends on, as bytes to compare.
public struct SnapshotKey: Sendable {
  public let bytes: [UInt8]

  /// - Parameters:
  ///   - program: The version of the program, which reads payloads and merges in its own way.
  ///   - columns: As in `ProjectionPlan.init(vocabulary:only:)`.
  ///   - workspace: Whose members count.
  ///   - ownPrivate: The logs that count on this instance alone.
  public init(
    program: String, vocabulary: Vocabulary, columns: [String: Set<String>], workspace: LogID, ownPrivate: Set<LogID>
  ) {
    var writer = ByteWriter()
    writer.write(program)
    writer.write(vocabulary.version)
    writer.write(vocabulary.contentHash)
    writer.write(columns.sorted { $0.key < $1.key }) { writer, kind in
      writer.write(kind.key)
      writer.write(kind.value.sorted()) { writer, field in writer.write(field) }
    }
    writer.write(workspace.text)
    writer.write(ownPrivate.sorted()) { writer, log in writer.write(log.text) }
    bytes = writer.bytes
  }
}

extension Vocabulary {
  /// A number of all that decides how payloads are read and what they are about; labels are no part of it.
  var contentHash: UInt64 {
    var text = ByteWriter()
    for kind in kinds {
      text.write(kind.name)
      text.write(kind.isStructural)
      text.write(kind.fields) { text, field in
        text.write(field.name)
        text.write(field.isRequired)
        field.type.write(to: &text)
      }
      text.write(kind.requirements) { text, requirement in
        text.write(requirement.alternatives) { text, names in text.write(names) { $0.write($1) } }
      }
      text.write(kind.rules) { text, rule in
        switch rule {
        case .within(let value, let low, let high): for name in ["within", value, low, high] { text.write(name) }
        case .ordered(let first, let second): for name in ["ordered", first, second] { text.write(name) }
        }
      }
      text.write(kind.slot != nil)
      text.write(kind.slot ?? []) { $0.write($1) }
    }
    for list in codeLists {
      text.write(list.name)
      text.write(list.isOpen)
      text.write(list.codes) { $0.write($1.value) }
    }
    return text.bytes.withUnsafeBytes { Checksum.of($0) }
  }
}

extension FieldType {
  fileprivate func write(to text: inout ByteWriter) {
    switch self {
    case .text: text.write(0)
    case .fileName: text.write(1)
    case .code(let list):
      text.write(2)
      text.write(list)
    case .reference(let reference):
      text.write(3)
      text.write(reference.rawValue)
    case .hash: text.write(4)
    case .integer(let range):
      text.write(5)
      text.write(range.lowerBound)
      text.write(range.upperBound)
    case .decimal(let range):
      text.write(6)
      text.write(range.lowerBound.bitPattern)
      text.write(range.upperBound.bitPattern)
    case .cents: text.write(7)
    case .date: text.write(8)
    case .period: text.write(9)
    case .boolean: text.write(10)
    case .list(let element):
      text.write(11)
      element.write(to: &text)
    case .object: text.write(12)
    }
  }
}
