/// Work that nobody waits for: it is done when a command has said all that it had to say.
final class Afterwards {
  private var work: [() -> Void] = []

  func add(_ work: @escaping () -> Void) { self.work.append(work) }

  func run() {
    for item in work { item() }
    work = []
  }
}
