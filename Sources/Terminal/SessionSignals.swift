import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The signals of a process that has taken its terminal.
///
/// A handler may do little: it writes the signal's number to a pipe, which the session reads between keys, so no signal
/// falls between looking and waiting. Only where the process cannot go on does the handler itself restore the terminal.
enum SessionSignals {
  /// The ends of the pipe; −1 before the first session.
  private static let reading = Atomic<Int32>(-1)
  private static let writing = Atomic<Int32>(-1)
  /// How the terminal was. Written before the handlers are set, and read by them.
  nonisolated(unsafe) private static var before = termios()

  /// Kept for the life of the process.
  nonisolated(unsafe) private static var spareStack: UnsafeMutableRawPointer?

  private static let told = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGWINCH]
  private static let deadly = [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGSEGV, SIGFPE]

  /// Back from the other screen, with the cursor and wrapped lines.
  private static let leaving: StaticString = "\u{1B}[0m\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l"

  static var readEnd: Int32 { reading.load(ordering: .relaxed) }

  static func begin(restoring terminal: termios) {
    before = terminal
    if readEnd < 0 { openPipe() }
    // Whoever started this may have left them blocked.
    var asking = sigset_t()
    sigemptyset(&asking)
    for number in told {
      sigaddset(&asking, number)
      signal(number) { SessionSignals.tell($0) }
    }
    catchDeadly()
    pthread_sigmask(SIG_UNBLOCK, &asking, nil)
  }

  /// On a stack of its own, since the usual one may be what ran out.
  private static func catchDeadly() {
    var stack = stack_t()
    let size = 65_536
    if spareStack == nil { spareStack = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16) }
    stack.ss_sp = spareStack
    stack.ss_size = size
    sigaltstack(&stack, nil)
    var action = sigaction()
    let handler: @convention(c) (Int32) -> Void = { number in
      SessionSignals.restoreTerminal()
      // On return it does what it always does.
      signal(number, SIG_DFL)
      raise(number)
    }
    #if canImport(Darwin)
      action.__sigaction_u.__sa_handler = handler
    #else
      action.__sigaction_handler.sa_handler = handler
    #endif
    action.sa_flags = SA_ONSTACK
    for number in deadly { sigaction(number, &action, nil) }
  }

  static func end() {
    for number in told + deadly { signal(number, SIG_DFL) }
  }

  /// The numbers of the signals that came since the last time, in their order.
  static func taken() -> [Int32] {
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = read(readEnd, &bytes, bytes.count)
    return bytes.prefix(max(0, count)).map(Int32.init)
  }

  /// Fit for a signal handler: nothing is allocated.
  static func restoreTerminal() {
    _ = write(1, leaving.utf8Start, leaving.utf8CodeUnitCount)
    tcsetattr(0, TCSANOW, &before)
  }

  private static func tell(_ number: Int32) {
    let problem = errno
    var byte = UInt8(truncatingIfNeeded: number)
    _ = write(writing.load(ordering: .relaxed), &byte, 1)
    errno = problem
  }

  private static func openPipe() {
    var both: [Int32] = [-1, -1]
    guard pipe(&both) == 0 else { return }
    for end in both {
      // A pipe that is full must not hold up a handler, and an empty one not a reader.
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    reading.store(both[0], ordering: .relaxed)
    writing.store(both[1], ordering: .relaxed)
  }
}
