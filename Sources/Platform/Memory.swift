import CMalloc

/// How this process gets its memory from the system.
public enum Memory {
  /// Keeps blocks that were freed, up to 32 MiB, for the next ones of their size: whoever reads files in large pieces
  /// would otherwise hand each back, and have the system clear another.
  public static func keepFreedBlocks() { veldlog_keep_freed_blocks(32 << 20) }

  /// Has the memory for about so many bytes that are allocated next come from the system in large pieces, so that it is
  /// asked seldom; takes none itself.
  public static func expect(_ byteCount: Int) { veldlog_expect(max(0, byteCount)) }

  /// Hands back what was freed, where much was and not all of it will be needed again.
  ///
  /// - Parameter byteCount: About so many bytes are needed next.
  public static func giveBack(expecting byteCount: Int = 0) {
    veldlog_give_back()
    if byteCount > 0 { expect(byteCount) }
  }
}
