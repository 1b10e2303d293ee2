extension Range<Int> {
  /// The first number that is beyond a border, `upperBound` where none is.
  ///
  /// - Parameter isBeyond: False up to some number, and true from there on.
  /// - Complexity: O(log *n*).
  @inlinable
  public func border(where isBeyond: (Int) -> Bool) -> Int {
    var (low, high) = (lowerBound, upperBound)
    while low < high {
      let middle = (low + high) / 2
      if isBeyond(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
