import Dispatch

/// Work that another core does beside what goes on here.
public struct WorkBeside: Sendable {
  private let group = DispatchGroup()

  /// Begins with it.
  public init(_ body: @escaping @Sendable () -> Void) {
    DispatchQueue.global(qos: .utility).async(group: group, execute: DispatchWorkItem(block: body))
  }

  /// Returns when it is done.
  public func wait() { group.wait() }
}
