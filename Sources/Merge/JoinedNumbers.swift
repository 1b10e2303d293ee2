/// Numbers joined into groups, such as those of rows (a union–find whose single numbers are not stored).
public struct JoinedNumbers {
  private var parent: [Int: Int] = [:]

  public init() {}

  public mutating func join(_ left: Int, _ right: Int) {
    let (leftRoot, rightRoot) = (root(of: left), root(of: right))
    // The smaller number is the root, so the result does not depend on the order of joining.
    parent[max(leftRoot, rightRoot)] = min(leftRoot, rightRoot)
    parent[min(leftRoot, rightRoot)] = min(leftRoot, rightRoot)
  }

  /// The first of the group that a number is in: itself where it was joined with none.
  public mutating func root(of number: Int) -> Int {
    var root = number
    while let next = parent[root], next != root { root = next }
    var step = number
    while let next = parent[step], next != root, next != step {
      parent[step] = root
      step = next
    }
    return root
  }

  /// The groups of two and more, each sorted, by their first number.
  mutating func groups() -> [[Int]] {
    var byRoot: [Int: [Int]] = [:]
    for number in parent.keys { byRoot[root(of: number), default: []].append(number) }
    return byRoot.values.filter { $0.count > 1 }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }
}
