import Cryptography
import Identity
import Platform
import Testing

@testable import Workspace

@Suite struct FolderReckoningTests {
  typealias Model = FolderModel

  func lacking(_ files: [SharedFile], _ shape: HeldShape, _ members: [Int]) -> LineSet {
    let members = members.map(Model.log)
    return FolderReckoning(files, shape: shape, present: members).lacking(of: shape.passable(), for: members)
  }

  @Test func `an empty folder lacks everything up to the last checkpoint`() {
    var branches = Model.shape([5, 9]).branches
    branches[1] = HeldShape.Branch(
      log: Model.log(1), firstSeq: 1, lastSeq: 9, parent: nil, region: nil, lastVouchedSeq: 7)
    #expect(lacking([], Model.shape(branches), [1]) == Model.lines([(0, 1...5), (1, 1...7)]))
    #expect(lacking([], Model.shape(branches), []).isEmpty)
  }

  @Test func `a file in clear counts for all, an encrypted one for those it is for`() {
    let shape = Model.shape([10])
    let first = Model.file(by: 0, for: [1], [Model.segment(0, 1...6)])
    let second = Model.file(by: 0, for: [1, 2], [Model.segment(0, 7...10)])
    #expect(lacking([first, second], shape, [1]).isEmpty)
    #expect(lacking([first, second], shape, [1, 2]) == Model.lines([(0, 1...6)]))
    #expect(lacking([first, second], shape, [3]) == Model.lines([(0, 1...10)]))
    let clear = Model.file(by: 1, [Model.segment(0, 1...6)])
    #expect(lacking([first, second, clear], shape, [1, 2]).isEmpty)
  }

  @Test func `a file counts for its writer, who can open what it wrote`() {
    let file = Model.file(by: 1, for: [0], [Model.segment(0, 1...10)])
    #expect(lacking([file], Model.shape([10]), [1]).isEmpty)
    #expect(!lacking([file], Model.shape([10]), [1, 2]).isEmpty)
  }

  @Test func `a file that went lacks again, and a file that is ahead of us says nothing`() {
    let shape = Model.shape([10])
    let parts = [1...3, 4...7, 8...10].map { Model.file(by: 0, [Model.segment(0, $0)]) }
    #expect(lacking(parts, shape, [1]).isEmpty)
    #expect(lacking([parts[0], parts[2]], shape, [1]) == Model.lines([(0, 4...7)]))
    let ahead = Model.file(by: 1, [Model.segment(0, 8...12)])
    #expect(lacking([parts[0], parts[1], ahead], shape, [1]) == Model.lines([(0, 8...10)]))
  }

  @Test func `a line that a file has without payload lacks, unless nobody here has the payload`() {
    let file = Model.file(by: 1, [Model.segment(0, 1...10)], bare: [(0, 4), (0, 6), (0, 8)])
    let shape = Model.shape([10], missing: [0: [6]], erased: [0: [8]])
    #expect(lacking([file], shape, [1]) == Model.lines([(0, 4...4)]))
  }

  @Test func `a segment lies on its branch and on those that it leaves`() {
    let log = Model.log(0)
    let shape = Model.shape([
      HeldShape.Branch(log: log, firstSeq: 1, lastSeq: 10, parent: nil, region: nil, lastVouchedSeq: 10),
      HeldShape.Branch(log: log, firstSeq: 6, lastSeq: 9, parent: 0, region: nil, lastVouchedSeq: 9),
    ])
    let fork = Model.file(by: 0, [Model.segment(1, 3...9, log: 0)])
    #expect(shape.coverage(of: fork) == Model.lines([(0, 3...5), (1, 6...9)]))
    #expect(lacking([fork], shape, [1]) == Model.lines([(0, 1...2), (0, 6...10)]))
    #expect(shape.holds(fork))
    #expect(!shape.holds(Model.file(by: 0, [Model.segment(1, 3...10, log: 0)])))
  }

  @Test func `lines of a region and private ones are no lines for all`() {
    let branches = ["zeeland", "", nil].enumerated().map { index, region in
      HeldShape.Branch(
        log: Model.log(index), firstSeq: 1, lastSeq: 5, parent: nil, region: region, lastVouchedSeq: 5)
    }
    let shape = Model.shape(branches)
    #expect(shape.passable() == Model.lines([(2, 1...5)]))
    #expect(shape.passable(region: "zeeland") == Model.lines([(0, 1...5)]))
  }

  // MARK: Files that go

  /// Log 0 is this instance's; 1 and 2 are others.
  func superseded(_ files: [SharedFile], _ shape: HeldShape, heard: [LineSet]) -> Set<Digest> {
    let reckoning = FolderReckoning(files, shape: shape, present: [1, 2].map(Model.log))
    return Set(reckoning.superseded(own: { $0 == Model.log(0) }, heard: heard).map(\.sha256))
  }

  @Test func `a file goes when a newer own one holds the same for the same, and another member has it`() {
    let shape = Model.shape([10])
    let small = Model.file(by: 0, for: [1, 2], [Model.segment(0, 1...4)])
    let large = Model.file(by: 0, for: [1, 2], [Model.segment(0, 1...10)])
    let heard = Model.lines([(0, 1...4)])
    #expect(superseded([small, large], shape, heard: [LineSet(), heard]) == [small.sha256])
    #expect(superseded([small, large], shape, heard: [Model.lines([(0, 1...3)])]).isEmpty, "nobody else has it")
    #expect(superseded([small], shape, heard: [heard]).isEmpty, "no newer one")
    #expect(superseded([small, large], Model.shape([3]), heard: [heard]).isEmpty, "not held here")
    let ofOther = Model.file(by: 1, for: [1, 2], [Model.segment(0, 1...10)])
    #expect(superseded([small, ofOther], shape, heard: [heard]).isEmpty, "the newer one is another's")
    #expect(superseded([ofOther, large], shape, heard: [heard]).isEmpty, "the older one is another's")
    let forFewer = Model.file(by: 0, for: [1], [Model.segment(0, 1...10)])
    #expect(superseded([small, forFewer], shape, heard: [heard]).isEmpty, "the newer one is for fewer")
    let sha256 = SharedFile.noHash
    let withAttachment = Model.file(by: 0, for: [1, 2], [Model.segment(0, 1...4)], attachments: [sha256])
    #expect(superseded([withAttachment, large], shape, heard: [heard]).isEmpty, "the attachment is nowhere else")
  }

  @Test func `who left counts for nothing, and a file in clear is replaced by one for all who are there`() {
    let shape = Model.shape([10])
    let heard = Model.lines([(0, 1...10)])
    let old = Model.file(by: 0, for: [1, 2, 7], [Model.segment(0, 1...4)])
    let clear = Model.file(by: 0, [Model.segment(0, 2...5)])
    let new = Model.file(by: 0, for: [1, 2], [Model.segment(0, 1...10)])
    #expect(superseded([old, clear, new], shape, heard: [heard]) == [old.sha256, clear.sha256])
  }

  @Test func `of files that hold the same, exactly one stays`() {
    let files = (0..<4).map { Model.file(by: 0, for: [1, 2], [Model.segment(0, 1...10)], salt: $0) }
    let gone = superseded(files, Model.shape([10]), heard: [Model.lines([(0, 1...10)])])
    #expect(gone.count == 3)
    #expect(!gone.contains(files.map(\.sha256).max()!))
  }

  @Test func `whatever goes, each member gets from the own files that stay what they got before`() {
    for seed in UInt64(1)...1000 {
      var numbers = SplitMix(seed: seed)
      let shape = Model.shape([12, 12], missing: [0: [3]], erased: [1: [5]])
      let files = (0..<8).map { salt -> SharedFile in
        let low = 1 + numbers.below(12)
        let branch = numbers.below(2)
        return Model.file(
          by: numbers.below(4) == 0 ? 1 : 0, for: [[], [1], [1, 2], [2, 7]][numbers.below(4)],
          [Model.segment(branch, low...low + numbers.below(13 - low))],
          bare: numbers.below(3) == 0 ? [(branch, low)] : [], salt: salt)
      }
      let heard = (0..<2).map { _ in Model.lines([(numbers.below(2), 1...1 + numbers.below(12))]) }
      let gone = superseded(files, shape, heard: heard)
      for member in [1, 2].map(Model.log) {
        func got(_ files: [SharedFile]) -> LineSet {
          var lines = LineSet()
          for file in files where file.isFor(member) { lines.formUnion(shape.coverage(of: file)) }
          return lines
        }
        #expect(got(files) == got(files.filter { !gone.contains($0.sha256) }), "seed \(seed)")
      }
      for file in files where gone.contains(file.sha256) {
        #expect(file.writer == Model.log(0), "seed \(seed)")
        #expect(heard.contains { $0.isSuperset(of: shape.coverage(of: file)) }, "seed \(seed)")
      }
    }
  }

  // MARK: Folding

  func plan(_ files: [SharedFile], _ shape: HeldShape, heard: [LineSet]) -> FolderPlan {
    FolderPlan(
      of: files, shape: shape, passable: shape.passable(), members: [1, 2].map(Model.log),
      own: { $0 == Model.log(0) }, heard: heard)
  }

  @Test func `eight small files are put together, seven are not, and a large one is left alone`() {
    let shape = Model.shape([100])
    let large = Model.file(by: 0, for: [1, 2], [Model.segment(0, 1...60)], size: 100_000)
    let small = (0..<8).map { Model.file(by: 0, for: [1, 2], [Model.segment(0, 61 + $0 * 5...65 + $0 * 5)]) }
    let heard = [Model.lines([(0, 1...100)])]
    #expect(plan([large] + small, shape, heard: heard).lines == Model.lines([(0, 61...100)]))
    // The last file is lost, so its lines lack; seven are too few to fold.
    #expect(plan([large] + small.dropLast(), shape, heard: heard).lines == Model.lines([(0, 96...100)]))
    // Of one nobody said to have it.
    #expect(!plan([large] + small, shape, heard: [Model.lines([(0, 1...99)])]).isNeeded)
    let folded = Model.file(by: 0, for: [1, 2], [Model.segment(0, 61...100)])
    let gone = plan([large] + small, shape, heard: heard).removable(having: [folded], heard: heard)
    #expect(Set(gone.map(\.sha256)) == Set(small.map(\.sha256)))
  }

  @Test func `a file with a payload that was erased is replaced at once, and by the instance's own alone`() {
    let shape = Model.shape([10], erased: [0: [4]])
    let old = Model.file(by: 0, for: [1, 2], [Model.segment(0, 1...10)])
    let ofOther = Model.file(by: 1, for: [1, 2], [Model.segment(0, 1...10)], bare: [(0, 4)])
    let plan = plan([old, ofOther], shape, heard: [])
    #expect(plan.doomed == [old])
    #expect(plan.lines == Model.lines([(0, 1...10)]))
    #expect(plan.removable(having: [], heard: []).isEmpty)
    let new = Model.file(by: 0, for: [1, 2], [Model.segment(0, 1...10)], bare: [(0, 4)], salt: 1)
    #expect(plan.removable(having: [new], heard: []) == [old])
    // Done: nothing more to do.
    let after = self.plan([new, ofOther], shape, heard: [])
    #expect(after.doomed.isEmpty && !after.isNeeded)
  }

  @Test func `a file with an erased payload stays while it has lines that are not held here`() {
    let shape = Model.shape([8], erased: [0: [4]])
    let file = Model.file(by: 0, for: [1, 2], [Model.segment(0, 1...8), Model.segment(3, 1...2)])
    #expect(shape.holdsErased(file))
    #expect(plan([file], shape, heard: []).doomed.isEmpty)
  }

  @Test func `doing what is planned leaves nothing to do`() {
    for seed in UInt64(1)...500 {
      var numbers = SplitMix(seed: seed)
      let shape = Model.shape([20, 9], missing: [1: [2]], erased: [0: [7]])
      var files = (0..<numbers.below(12)).map { salt -> SharedFile in
        let branch = numbers.below(2)
        let last = branch == 0 ? 20 : 9
        let low = 1 + numbers.below(last)
        return Model.file(
          by: numbers.below(3), for: [[], [1], [1, 2]][numbers.below(3)],
          [Model.segment(branch, low...low + numbers.below(last + 1 - low))],
          bare: numbers.below(3) == 0 ? [(0, 7)] : [], salt: salt)
      }
      let heard = [Model.lines([(0, 1...1 + numbers.below(20)), (1, 1...1 + numbers.below(9))])]
      for round in 0..<3 {
        let plan = plan(files, shape, heard: heard)
        var written: [SharedFile] = []
        if plan.isNeeded {
          #expect(round < 2, "seed \(seed): still writing")
          let segments = plan.lines.branches.flatMap { branch in
            plan.lines.runs(of: branch).map { Model.segment(branch, $0) }
          }
          written = [
            Model.file(by: 0, for: [1, 2], segments, bare: [(0, 7), (1, 2)], salt: 1000 + round)
          ]
        }
        let gone = Set(plan.removable(having: written, heard: heard).map(\.sha256))
        files = (files + written).filter { !gone.contains($0.sha256) }
      }
      #expect(lacking(files, shape, [1, 2]).isEmpty, "seed \(seed)")
      #expect(!files.contains { $0.writer == Model.log(0) && shape.holdsErased($0) }, "seed \(seed)")
    }
  }
}
