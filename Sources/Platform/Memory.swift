import CMalloc

/// How this process gets its memory from the system.
public enum Memory {
  /// Keeps blocks that were freed, up to 32 MiB, for the next ones of their size: whoever reads files in large pieces
  /// would otherwise hand each back, and have the system clear another. Asks for 8 MiB more at once than it needs, which
  /// are no memory yet: all cores wait while it asks.
  public static func keepFreedBlocks() { veldlog_keep_freed_blocks(32 << 20, 8 << 20) }

  /// Has the core fetch what stands at an address that is looked at soon; nothing happens where it may not be read.
  @inlinable
  @inline(__always)
  public static func prefetch(_ address: UnsafeRawPointer) { veldlog_prefetch(address) }
}
