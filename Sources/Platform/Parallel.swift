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

  /// What two bodies make, at the same time.
  ///
  /// - Parameter isWorthwhile: As in `map`.
  public static func both<First: Sendable, Second: Sendable>(
    isWorthwhile: Bool = true, _ first: @Sendable () -> First, _ second: @Sendable () -> Second
  ) -> (First, Second) {
    guard isWorthwhile else { return (first(), second()) }
    // Not by `concurrentPerform`: one inside another gets no core of its own.
    let made = Mutex<Second?>(nil)
    let group = DispatchGroup()
    return withoutActuallyEscaping(second) { second in
      DispatchQueue.global(qos: .userInitiated).async(group: group) {
        let result = second()
        made.withLock { $0 = result }
      }
      let result = first()
      group.wait()
      return (result, made.withLock { $0 } ?? second())
    }
  }
}
