#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Asks for a secret at the terminal of the process, whatever its streams are, and does not show what is typed.
public enum SecretPrompt {
  public enum Failure: Error, Sendable, Equatable {
    /// Nobody sits at a terminal.
    case noTerminal
    /// Ctrl-C or Ctrl-D was typed.
    case stopped
  }

  /// The line that is typed, without its line feed.
  ///
  /// - Throws: `Failure`. The terminal shows what is typed again when this returns or throws.
  public static func ask(_ question: String) throws(Failure) -> [UInt8] {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else { throw .noTerminal }
    defer { close(terminal) }
    var before = termios()
    guard tcgetattr(terminal, &before) == 0 else { throw .noTerminal }
    var hidden = before
    hidden.c_lflag &= ~tcflag_t(ECHO | ISIG)
    hidden.c_lflag |= tcflag_t(ECHONL | ICANON)
    // Ctrl-C ends the line and not the process, which would leave a terminal that shows nothing.
    let interrupt: UInt8 = 3
    withUnsafeMutableBytes(of: &hidden.c_cc) { $0[Int(VEOL)] = interrupt }
    guard tcsetattr(terminal, TCSAFLUSH, &hidden) == 0 else { throw .noTerminal }
    defer { tcsetattr(terminal, TCSAFLUSH, &before) }
    write(Array(question.utf8), to: terminal)
    var line: [UInt8] = []
    while true {
      var byte: UInt8 = 0
      let count = read(terminal, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count == 1, byte != interrupt else {
        write([0x0A], to: terminal)
        throw .stopped
      }
      if byte == 0x0A { return line }
      line.append(byte)
    }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { systemWrite(descriptor, $0) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return }
      rest = rest.dropFirst(count)
    }
  }
}

/// `write` of the C library, whose name `SecretPrompt.write` hides.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}
