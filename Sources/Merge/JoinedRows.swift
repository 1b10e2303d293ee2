/// Rows joined into groups (a union–find whose single rows are not stored).
struct JoinedRows {
  private var parent: [Int: Int] = [:]

  mutating func join(_ left: Int, _ right: Int) {
    let (leftRoot, rightRoot) = (root(left), root(right))
    // The smaller row is the root, so the result does not depend on the order of joining.
    parent[max(leftRoot, rightRoot)] = min(leftRoot, rightRoot)
    parent[min(leftRoot, rightRoot)] = min(leftRoot, rightRoot)
  }

  private mutating func root(_ row: Int) -> Int {
    var root = row
    while let next = parent[root], next != root { root = next }
    var step = row
    while let next = parent[step], next != root, next != step {
      parent[step] = root
      step = next
    }
    return root
  }

  /// The groups of two and more, each sorted, by their first row.
  mutating func groups() -> [[Int]] {
    var byRoot: [Int: [Int]] = [:]
    for row in parent.keys { byRoot[root(row), default: []].append(row) }
    return byRoot.values.filter { $0.count > 1 }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }
}
