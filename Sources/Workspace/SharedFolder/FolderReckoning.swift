import Bundle
import Cryptography
import Identity

/// What a shared folder lacks of the lines that are held, and which of its files could go: pure, no files.
///
/// A folder is looked at through the eyes of each member, since a file counts for those who can read it alone. No date
/// and no name takes part, and what is not there is lacking, never deleted.
struct FolderReckoning: Sendable {
  /// A file with what it brings.
  struct Weighed: Sendable {
    let file: SharedFile
    let covered: LineSet
  }

  let shape: HeldShape
  let files: [Weighed]
  /// The members to reckon with, by their shared logs.
  let present: [LogID]

  /// - Parameter files: Each content once.
  init(_ files: [SharedFile], shape: HeldShape, present: [LogID]) {
    self.shape = shape
    self.present = present
    self.files = files.map { Weighed(file: $0, covered: shape.coverage(of: $0)) }
  }

  /// Those of `lines` that some member cannot get from the folder.
  ///
  /// - Parameters:
  ///   - members: Those who may have the lines.
  ///   - counts: Which files count; nil for all.
  func lacking(
    of lines: LineSet, for members: [LogID], among counts: ((SharedFile) -> Bool)? = nil
  ) -> LineSet {
    let files = files.filter { counts?($0.file) ?? true }
    var clear = LineSet()
    for weighed in files where weighed.file.isClear { clear.formUnion(weighed.covered) }
    var lacking = LineSet()
    // Members who can read the same files lack the same.
    for readable in Set(
      members.map { member in files.indices.filter { files[$0].file.isFor(member) && !files[$0].file.isClear } })
    {
      var left = lines.subtracting(clear)
      for index in readable where !left.isEmpty { left.subtract(files[index].covered) }
      lacking.formUnion(left)
    }
    return lacking
  }

  /// The attachments among `wanted` that some member cannot get from the folder.
  func lacking(attachments wanted: Set<Digest>, for members: [LogID]) -> Set<Digest> {
    wanted.filter { sha256 in
      !members.allSatisfy { member in
        files.contains { $0.file.attachments.contains(sha256) && $0.file.isFor(member) }
      }
    }
  }

  // MARK: Files that could go

  /// Whether one file makes another of the same writer superfluous: it holds all its lines and attachments, for each
  /// member who is still there and can read the other.
  ///
  /// Of two files that hold the same, the one with the greater hash does; so of any files that make each other
  /// superfluous one always stays, also where two copies of an instance decide at the same time.
  func replaces(_ newer: Weighed, _ older: Weighed) -> Bool {
    let (new, old) = (newer.file, older.file)
    guard new.sha256 != old.sha256, contains(newer, older) else { return false }
    return !contains(older, newer) || old.sha256 < new.sha256
  }

  private func contains(_ outer: Weighed, _ inner: Weighed) -> Bool {
    outer.covered.isSuperset(of: inner.covered) && outer.file.attachments.isSuperset(of: inner.file.attachments)
      && present.allSatisfy { !inner.file.isFor($0) || outer.file.isFor($0) }
  }

  /// Files that may go: all their lines are held here, a newer one of the same writer holds the same for the same
  /// members, and another member says that it has them too.
  ///
  /// - Parameters:
  ///   - own: Whether a log is one of this instance's.
  ///   - heard: What each of the other members is known to hold.
  func superseded(own: (LogID) -> Bool, heard: [LineSet]) -> [SharedFile] {
    let owned = files.filter { own($0.file.writer) }
    return owned.filter { old in
      isFree(old, heard: heard) && owned.contains { replaces($0, old) }
    }.map(\.file)
  }

  /// Own files that one more file could take the place of, where there are enough of them to be worth it: at least
  /// `foldCount` of about one size, with all smaller ones.
  ///
  /// Sizes are counted in powers of eight, so that a line is written again once for each power: the folder holds few
  /// files, and no large one is written again for the sake of a small one.
  ///
  /// - Parameter lines: Files with other lines than these are left alone.
  func foldable(own: (LogID) -> Bool, heard: [LineSet], within lines: LineSet) -> [SharedFile] {
    let free = files.filter { weighed in
      own(weighed.file.writer) && isFree(weighed, heard: heard) && lines.isSuperset(of: weighed.covered)
        && !files.contains { own($0.file.writer) && replaces($0, weighed) }
    }
    var counts: [Int: Int] = [:]
    for weighed in free { counts[Self.sizeClass(of: weighed.file), default: 0] += 1 }
    guard let largest = counts.filter({ $0.value >= Self.foldCount }).keys.max() else { return [] }
    return free.filter { Self.sizeClass(of: $0.file) <= largest }.map(\.file)
  }

  static let foldCount = 8

  /// 0 up to 8 KiB, 1 up to 64 KiB, and so on.
  private static func sizeClass(of file: SharedFile) -> Int {
    var (size, number) = (file.byteCount >> 13, 0)
    while size > 0 { (size, number) = (size >> 3, number + 1) }
    return number
  }

  /// Whether a file's lines are held here and by another member.
  private func isFree(_ weighed: Weighed, heard: [LineSet]) -> Bool {
    shape.holds(weighed.file) && heard.contains { $0.isSuperset(of: weighed.covered) }
  }
}
