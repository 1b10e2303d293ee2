import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The terminal of the process in one program's hands: keys as they are pressed, on a screen of its own.
///
/// Input and output of the process must be the terminal. However the session ends, by `leave`, by being released, by a
/// signal that ends the process or by a trap, the terminal shows again what it showed, and echoes what is typed. At most
/// one session at a time.
public final class TerminalSession {
  public enum Failure: Error, Sendable, Equatable {
    /// Input or output is not a terminal.
    case noTerminal
  }

  public enum Event: Sendable, Equatable {
    case key(Key)
    case resized
    /// The process was asked to stop until it is told to go on: call `suspend`.
    case suspended
    /// The process was asked to end, by this signal: leave, and let the signal do its work (`endBySignal`).
    case ended(Int32)
    /// There is no terminal any more.
    case closed
  }

  private let before: termios
  private var decoder = KeyDecoder()
  private var isTaken = false

  /// The other half of a key comes within so many milliseconds.
  private static let keyTimeout = 40

  /// Takes the terminal.
  public init() throws(Failure) {
    var before = termios()
    guard TerminalStream.input.isTerminal, TerminalStream.output.isTerminal, tcgetattr(0, &before) == 0 else {
      throw .noTerminal
    }
    self.before = before
    SessionSignals.begin(restoring: before)
    enter()
  }

  deinit { leave() }

  /// What happened, after at most so many milliseconds; nothing when nothing did.
  public func events(within milliseconds: Int) -> [Event] {
    var events = wait(milliseconds)
    // Half a key: its rest is on its way, or there is none.
    while events.isEmpty, decoder.isWaiting {
      let rest = wait(Self.keyTimeout)
      events += rest.isEmpty ? decoder.timeOut().map(Event.key) : rest
      if rest.isEmpty { break }
    }
    return events
  }

  /// Shows `text`, which may hold escape sequences.
  public func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let count = systemWrite(1, rest)
        if count < 0, errno == EINTR { continue }
        if count <= 0 { return }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
    }
  }

  /// Gives the terminal back and stops the process, and everything started with it, as Ctrl-Z does elsewhere. Returns
  /// with the terminal taken again, and empty, when the process is told to go on.
  public func suspend() {
    leave()
    signal(SIGTSTP, SIG_DFL)
    kill(0, SIGTSTP)
    SessionSignals.begin(restoring: before)
    enter()
  }

  /// Gives the terminal back as it was. A second time does nothing.
  public func leave() {
    guard isTaken else { return }
    isTaken = false
    SessionSignals.end()
    SessionSignals.restoreTerminal()
  }

  /// Ends the process by a signal, so that whoever started it sees what it was. Call `leave` before.
  public static func end(bySignal number: Int32) {
    signal(number, SIG_DFL)
    kill(getpid(), number)
  }

  private func enter() {
    var raw = before
    raw.c_iflag &= ~tcflag_t(BRKINT | ICRNL | INLCR | IGNCR | INPCK | ISTRIP | IXON)
    raw.c_lflag &= ~tcflag_t(ECHO | ECHONL | ICANON | IEXTEN | ISIG)
    tcsetattr(0, TCSAFLUSH, &raw)
    isTaken = true
    // The other screen, empty; lines that are too long are cut off.
    write("\u{1B}[?1049h\u{1B}[2J\u{1B}[?7l\u{1B}[?25l")
  }

  private func wait(_ milliseconds: Int) -> [Event] {
    var files = [
      pollfd(fd: 0, events: Int16(POLLIN), revents: 0),
      pollfd(fd: SessionSignals.readEnd, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&files, nfds_t(files.count), Int32(clamping: milliseconds)) > 0 else { return [] }
    var events: [Event] = []
    if files[1].revents != 0 { events += SessionSignals.taken().map(Self.event) }
    if files[0].revents != 0 {
      var bytes = [UInt8](repeating: 0, count: 1024)
      let count = read(0, &bytes, bytes.count)
      if count > 0 {
        events += decoder.keys(from: bytes[..<count]).map(Event.key)
      } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
        events.append(.closed)
      }
    }
    return events
  }

  private static func event(of number: Int32) -> Event {
    switch number {
    case SIGWINCH: .resized
    case SIGTSTP: .suspended
    default: .ended(number)
    }
  }
}

/// `write` of the C library, whose name `TerminalSession.write` hides.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}
