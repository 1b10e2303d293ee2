import Cryptography
import Identity

/// What one run does to a shared folder once all that is in it was applied: pure, no files.
struct FolderPlan: Sendable {
  /// Lines that one more file has to hold; empty where none is needed.
  let lines: LineSet
  let attachments: Set<Digest>
  /// Own files that have the payload of a line that was erased since: to be replaced at once.
  let doomed: [SharedFile]

  /// Whether a file has to be written.
  var isNeeded: Bool { !lines.isEmpty || !attachments.isEmpty }

  private let rest: FolderReckoning
  private let own: @Sendable (LogID) -> Bool

  /// - Parameters:
  ///   - files: What is in the folder, each content once.
  ///   - passable: The lines that members may have.
  ///   - attachments: Those that members may have, and that go along.
  ///   - erasedAttachments: Those that no fact names any more.
  ///   - members: The members who are present and may have these lines, by their shared logs.
  ///   - own: Whether a log is one of this instance's.
  ///   - heard: What each of the others is known to hold.
  init(
    of files: [SharedFile], shape: HeldShape, passable: LineSet, attachments: Set<Digest> = [],
    erasedAttachments: Set<Digest> = [], members: [LogID], own: @escaping @Sendable (LogID) -> Bool, heard: [LineSet]
  ) {
    let doomed = files.filter { file in
      own(file.writer) && shape.holds(file)
        && (shape.holdsErased(file) || !file.attachments.isDisjoint(with: erasedAttachments))
    }
    let rest = FolderReckoning(files.filter { !doomed.contains($0) }, shape: shape, present: members)
    var lines = rest.lacking(of: passable, for: members)
    var missingAttachments = rest.lacking(attachments: attachments, for: members)
    for file in doomed {
      lines.formUnion(
        rest.lacking(of: shape.coverage(of: file), for: members.filter(file.isFor), among: { own($0.writer) }))
    }
    for file in rest.foldable(own: own, heard: heard, within: passable) {
      lines.formUnion(shape.coverage(of: file))
      missingAttachments.formUnion(file.attachments.intersection(attachments))
    }
    self.lines = lines.intersection(passable)
    self.attachments = missingAttachments
    self.doomed = doomed
    self.rest = rest
    self.own = own
  }

  /// The files that may go once others stand beside them: those that these or another own file make superfluous.
  ///
  /// - Parameter written: The files that were written by this plan.
  func removable(having written: [SharedFile], heard: [LineSet]) -> [SharedFile] {
    let files = FolderReckoning(rest.files.map(\.file) + written, shape: rest.shape, present: rest.present)
    let replaced = doomed.filter { file in
      files.lacking(
        of: rest.shape.coverage(of: file), for: rest.present.filter(file.isFor), among: { own($0.writer) }
      ).isEmpty
    }
    return files.superseded(own: own, heard: heard) + replaced
  }
}
