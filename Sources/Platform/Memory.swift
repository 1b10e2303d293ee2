import CMalloc

/// How this process gets its memory from the system.
public enum Memory {
  /// Keeps blocks that were freed, up to 32 MiB, for the next ones of their size: whoever reads files in large pieces
  /// would otherwise hand each back, and have the system clear another.
  public static func keepFreedBlocks() { veldlog_keep_freed_blocks(32 << 20) }

  /// Hands back what was freed, where much was and not all of it will be needed again.
  public static func giveBack() { veldlog_give_back() }
}
