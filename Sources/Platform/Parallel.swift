import Dispatch
import Synchronization

/// Work that several cores do at the same time.
public enum Parallel {
  /// What `body` makes of each item, in the order of the items.
  ///
  /// - Parameter isWorthwhile: False for work so small that one core has done it sooner; it then happens in order.
  public static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], isWorthwhile: Bool = true, _ body: @Sendable (Item) -> Result
  ) -> [Result] {
    guard isWorthwhile, items.count > 1 else { return items.map(body) }
    let results = Mutex([Result?](repeating: nil, count: items.count))
    DispatchQueue.concurrentPerform(iterations: items.count) { index in
      let result = body(items[index])
      results.withLock { $0[index] = result }
    }
    return results.withLock { $0 }.compactMap { $0 }
  }
}
