/// The text that was read last of a field, with its quotes where it is short: mostly the next one is the same.
struct LastText {
  var start = PlainCursor.Start.none
  /// As `SlotReader.valueHash(_:)`.
  var hash: UInt32 = 0
  var code: Int32 = 0
}

/// What was read last of all fields of a builder's kinds.
///
/// Facts about one traject are mostly recorded one after another, so the fields that name it have one in common.
final class LastTexts {
  private var all: [UnsafeMutablePointer<LastText>] = []
  private var ofReferences: [String: UnsafeMutablePointer<LastText>] = [:]

  deinit { for last in all { last.deallocate() } }

  /// To be used no longer than this is there.
  func last(of field: KindPlan.FieldPlan) -> UnsafeMutablePointer<LastText> {
    guard case .reference(isFree: true) = field.form else { return new() }
    if let known = ofReferences[field.text] { return known }
    let last = new()
    ofReferences[field.text] = last
    return last
  }

  private func new() -> UnsafeMutablePointer<LastText> {
    let last = UnsafeMutablePointer<LastText>.allocate(capacity: 1)
    last.initialize(to: LastText())
    all.append(last)
    return last
  }
}
