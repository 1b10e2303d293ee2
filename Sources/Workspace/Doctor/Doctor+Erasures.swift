import Merge

extension Doctor {
  /// Looks for what was decided to be erased and is not carried out here, and for facts that came back since.
  func erasures() -> [Finding] {
    let table = state.table
    let payloads =
      state.erasure.isEmpty
      ? [] : (0..<table.rowCount).filter { table.hasPayload($0) && state.isErased($0) }
    let doubts = ErasureOverview(of: state, in: workspace).doubts.map(\.row)
    return (payloads.isEmpty ? [] : [finding(.erasedPayloads, payloads)])
      + (doubts.isEmpty ? [] : [finding(.afterErasure, doubts)])
  }
}
