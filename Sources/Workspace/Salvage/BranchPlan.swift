import EventLog
import Identity

/// How the lines of a log are laid out in folders: each branch from its first line on, along one path of the tree.
struct BranchPlan {
  let log: LogID
  /// The chain of the first line, for every branch but one.
  let fork: Chain?
  let firstSeq: Int
  /// The branch that this one leaves, as an index in the list; nil for one from line 1 on.
  let parent: Int?
  /// The nodes of the tree, one a line, without gaps.
  let nodes: [Int32]

  /// Lays out the lines of a tree that stand on line 1.
  ///
  /// A path follows the lines that a folder holds already, where one is given, and else the longest way; of equal ones
  /// the least chain.
  ///
  /// - Parameter folder: The name of the folder that a line's bytes were found in, in the instance that is added to.
  static func layout(
    _ tree: LogTree, _ lines: HeapLines, folder: (HeapLines.Line) -> String?
  ) -> [BranchPlan] {
    Layout(tree, lines, folder).branches
  }

  private struct Layout {
    let tree: LogTree
    let lines: HeapLines
    private(set) var branches: [BranchPlan] = []
    private var firstChild: [Int32]
    private var nextSibling: [Int32]
    /// The highest number below each node.
    private var reach: [Int]
    /// For each folder, the last of its lines.
    private var lastOfFolder: [String: Int32] = [:]

    init(_ tree: LogTree, _ lines: HeapLines, _ folder: (HeapLines.Line) -> String?) {
      self.tree = tree
      self.lines = lines
      firstChild = [Int32](repeating: -1, count: tree.nodes.count)
      nextSibling = firstChild
      reach = [Int](repeating: 0, count: tree.nodes.count)
      var roots: [Int32] = []
      for index in tree.nodes.indices.reversed() {
        let node = tree.nodes[index]
        if node.isDropped || node.isDetached { continue }
        let line = lines.lines[Int(node.line)]
        reach[index] = max(reach[index], line.seq)
        if let name = folder(line), lastOfFolder[name] == nil { lastOfFolder[name] = Int32(index) }
        if node.parent < 0 {
          roots.append(Int32(index))
        } else {
          nextSibling[index] = firstChild[Int(node.parent)]
          firstChild[Int(node.parent)] = Int32(index)
          reach[Int(node.parent)] = max(reach[Int(node.parent)], reach[index])
        }
      }
      layOut(roots)
    }

    private mutating func layOut(_ roots: [Int32]) {
      let main = wayTo(tree.log.text).last
      guard let root = roots.first(where: { $0 == main }) ?? best(roots) else { return }
      var waiting: [(root: Int32, parent: Int?, fork: Chain?)] = [(root, nil, nil)]
      waiting += roots.filter { $0 != root }.map { ($0, nil, chain(of: $0)) }
      var position = 0
      while position < waiting.count {
        let (root, parent, fork) = waiting[position]
        let name = tree.log.text + (fork.map { "~" + $0.text } ?? "")
        let nodes = path(from: root, along: wayTo(name))
        branches.append(
          BranchPlan(log: tree.log, fork: fork, firstSeq: seq(root), parent: parent, nodes: nodes))
        for node in nodes where isFork(node) {
          for child in children(of: node) where !isNext(child, after: node, in: nodes, from: root) {
            waiting.append((child, position, chain(of: child)))
          }
        }
        position += 1
      }
    }

    private func isNext(_ child: Int32, after node: Int32, in nodes: [Int32], from root: Int32) -> Bool {
      let place = seq(node) - seq(root) + 1
      return place < nodes.count && nodes[place] == child
    }

    /// The nodes from the last line of a folder back to line 1.
    private func wayTo(_ folder: String) -> [Int32] {
      guard var node = lastOfFolder[folder] else { return [] }
      var way = [node]
      while tree.nodes[Int(node)].parent >= 0 {
        node = tree.nodes[Int(node)].parent
        way.append(node)
      }
      return way
    }

    /// - Parameter way: What the path goes along as far as it can, last line first.
    private func path(from root: Int32, along way: [Int32]) -> [Int32] {
      // Below a fork on the way, the child that is on it.
      var next: [Int32: Int32] = [:]
      for index in way.indices.dropFirst() where isFork(way[index]) { next[way[index]] = way[index - 1] }
      var nodes = [root]
      var node = root
      while let child = next[node] ?? onlyChild(of: node) ?? best(children(of: node)) {
        nodes.append(child)
        node = child
      }
      return nodes
    }

    private func isFork(_ node: Int32) -> Bool {
      let first = firstChild[Int(node)]
      return first >= 0 && nextSibling[Int(first)] >= 0
    }

    private func onlyChild(of node: Int32) -> Int32? {
      let first = firstChild[Int(node)]
      return first >= 0 && nextSibling[Int(first)] < 0 ? first : nil
    }

    private func children(of node: Int32) -> [Int32] {
      var children: [Int32] = []
      var child = firstChild[Int(node)]
      while child >= 0 {
        children.append(child)
        child = nextSibling[Int(child)]
      }
      return children
    }

    /// The one with the longest way below it.
    private func best(_ nodes: [Int32]) -> Int32? {
      nodes.min { left, right in
        let (leftReach, rightReach) = (reach[Int(left)], reach[Int(right)])
        return leftReach != rightReach ? leftReach > rightReach : chain(of: left) < chain(of: right)
      }
    }

    private func seq(_ node: Int32) -> Int { lines.lines[Int(tree.nodes[Int(node)].line)].seq }

    private func chain(of node: Int32) -> Chain { Chain(value: lines.lines[Int(tree.nodes[Int(node)].line)].chain) }
  }
}
