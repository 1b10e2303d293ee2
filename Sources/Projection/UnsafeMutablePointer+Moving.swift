extension UnsafeMutablePointer where Pointee: BitwiseCopyable {
  /// Moves the first `count` values to memory for more of them, and frees this.
  func moved(_ count: Int, to capacity: Int) -> UnsafeMutablePointer {
    let new = UnsafeMutablePointer.allocate(capacity: capacity)
    new.update(from: self, count: count)
    deallocate()
    return new
  }
}
