import EventLog
import Merge
import Projection

extension MergedState {
  /// The facts that figures use, as columns.
  ///
  /// - Parameter columns: As in `ProjectionBuilder.init(vocabulary:only:)`; nil for all.
  /// - Complexity: O(*n*) in the bytes of the payloads of those kinds.
  public func projection(only columns: [String: Set<String>]? = nil) -> Projection {
    var builder = ProjectionBuilder(vocabulary: vocabulary, only: columns)
    let kinds = table.kindNames.map { builder.index(of: $0) }
    for row in 0..<table.rowCount where isUsed[row] {
      guard let kind = table.kind(row), let index = kinds[kind] else { continue }
      builder.add(kindIndex: index, payload: table.payload(row), line: Int32(row))
    }
    return builder.finish()
  }
}
