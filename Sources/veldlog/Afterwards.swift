/// Work that is done when a command has said all that it had to say, or failed.
final class Afterwards {
  private var work: [() -> Void] = []

  func add(_ work: @escaping () -> Void) { self.work.append(work) }

  func run() {
    for item in work { item() }
    work = []
  }
}
