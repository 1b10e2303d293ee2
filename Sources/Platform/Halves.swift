extension Range<Int> {
  /// Both halves, for two cores; the second is longer by one where there is an odd number.
  public var halves: [Range<Int>] {
    let middle = lowerBound + count / 2
    return [lowerBound..<middle, middle..<upperBound]
  }
}
