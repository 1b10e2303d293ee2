extension HeldLogs {
  /// The lines of a branch that stand in one file.
  public struct Piece: Sendable {
    /// An index in `branches`.
    public let branch: Int
    public let seqs: ClosedRange<Int>
  }

  /// All lines, in pieces that several cores can look through at the same time.
  public var pieces: [Piece] {
    branches.indices.flatMap { index in
      branches[index].parts.filter { $0.lineCount > 0 }.map { Piece(branch: index, seqs: $0.firstSeq...$0.lastSeq) }
    }
  }

  /// Bytes in whole lines.
  public var byteCount: Int { branches.reduce(0) { $0 + $1.parts.reduce(0) { $0 + $1.byteCount } } }
}
