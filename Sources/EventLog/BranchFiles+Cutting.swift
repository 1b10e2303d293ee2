import Platform

extension BranchFiles {
  /// A piece that is smaller is not worth what it costs to join it with the others.
  private static let smallestPiece = 1 << 19

  static func byteCount(of branches: [BranchFiles]) -> Int {
    branches.reduce(0) { $0 + $1.parts.reduce(0) { $0 + $1.range.count } }
  }

  /// The parts of branches, by branch, cut where that lets all cores end at about the same time: what is much more than
  /// a quarter of all that is left to be read, and than the smallest piece.
  static func pieces(of branches: [BranchFiles]) -> [[Part]] {
    var left = byteCount(of: branches)
    return branches.map { branch in
      branch.parts.flatMap { part in
        var pieces: [Part] = []
        var rest = part
        while case let count = max(smallestPiece, left / 4), rest.range.count > count + smallestPiece / 2,
          let (piece, next) = rest.cut(behind: count)
        {
          pieces.append(piece)
          left -= piece.range.count
          rest = next
        }
        left -= rest.range.count
        return pieces + [rest]
      }
    }
  }
}

extension BranchFiles.Part {
  /// The part in two, the first with at least so many bytes; nil where no line begins there that says its number.
  fileprivate func cut(behind count: Int) -> (Self, Self)? {
    var lineBreaks = LineBreaks(mapped.bytes, from: range.lowerBound + count - 1)
    guard let lineBreak = lineBreaks.next()?.upperBound, let line = lineBreaks.next(),
      let seq = (try? LineView(parsing: mapped.bytes, in: line))?.seq, seq > firstSeq
    else { return nil }
    return (
      part(range.lowerBound..<lineBreak + 1, fork, firstSeq: firstSeq),
      part(lineBreak + 1..<range.upperBound, nil, firstSeq: seq)
    )
  }

  private func part(_ range: Range<Int>, _ fork: Chain?, firstSeq: Int) -> Self {
    Self(log: log, fork: fork, firstSeq: firstSeq, origin: origin, mapped: mapped, range: range)
  }
}
