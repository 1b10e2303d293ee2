/// The values of a column, in memory that is only read.
public struct Cells<Element: BitwiseCopyable & Sendable>: RandomAccessCollection, @unchecked Sendable {
  // Unchecked: nobody writes to the memory once cells are handed on.
  @usableFromInline let start: UnsafePointer<Element>
  /// Which bits of a position say where its value is: all, or none where the first stands for all of them.
  @usableFromInline let places: Int
  public let count: Int
  private let owner: AnyObject

  /// - Parameter owner: Keeps the memory as it is.
  @usableFromInline
  init(_ start: UnsafePointer<Element>, places: Int = -1, count: Int, owner: AnyObject) {
    self.start = start
    self.places = places
    self.count = count
    self.owner = owner
  }

  // What makes cells of others is inlinable: whoever does it for a known type gets a loop over that type.

  /// As many values as `fill` puts in: all of them.
  @inlinable
  init(count: Int, fill: (UnsafeMutablePointer<Element>) -> Void) {
    let block = Block(byteCount: count * MemoryLayout<Element>.stride)
    let start = block.start.bindMemory(to: Element.self, capacity: count)
    fill(start)
    self.init(start, count: count, owner: block)
  }

  /// The same value so many times, in the memory of one.
  @inlinable
  init(repeating value: Element, count: Int) {
    let block = Block(byteCount: MemoryLayout<Element>.stride)
    let start = block.start.bindMemory(to: Element.self, capacity: 1)
    start.initialize(to: value)
    self.init(start, places: 0, count: count, owner: block)
  }

  /// What stands in `source` at each of the places, and `absent` for a place below 0.
  @inlinable
  public init(gathering source: Cells<Element>, at places: Cells<Int32>, absent: Element) {
    self.init(count: places.count) { start in
      for row in places.indices {
        let place = places[row]
        (start + row).initialize(to: place < 0 ? absent : source[Int(place)])
      }
    }
  }

  /// A copy of an array.
  @inlinable
  public init(_ array: [Element]) {
    self.init(count: array.count) { start in
      _ = UnsafeMutableBufferPointer(start: start, count: array.count).initialize(from: array)
    }
  }

  @inlinable public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { count }

  @inlinable
  public subscript(position: Int) -> Element {
    precondition(position >= 0 && position < count, "beyond the column")
    return start[position & places]
  }

  @inlinable
  public func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<Element>) throws -> Result
  ) rethrows -> Result? {
    guard places != 0 else { return nil }
    return try withExtendedLifetime(self) { try body(UnsafeBufferPointer(start: start, count: count)) }
  }
}

extension Cells {
  /// The bytes of the values; valid as long as the cells are. Not of one value that stands for many.
  var bytes: UnsafeRawBufferPointer {
    precondition(places != 0 || count <= 1, "one value for many")
    return UnsafeRawBufferPointer(start: start, count: count * MemoryLayout<Element>.stride)
  }
}

/// Memory that goes with its last reference.
@usableFromInline
final class Block {
  @usableFromInline let start: UnsafeMutableRawPointer

  @usableFromInline
  init(byteCount: Int) {
    start = .allocate(byteCount: Swift.max(byteCount, 1), alignment: 16)
  }

  deinit { start.deallocate() }
}
