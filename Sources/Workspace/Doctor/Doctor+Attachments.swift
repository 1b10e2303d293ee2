import Cryptography

extension Doctor {
  /// Compares the files in `attachments/` with what facts name, by name and size; contents are the work of `verify`.
  func attachments() throws -> [Finding] {
    let attachments = Attachments(workspace)
    let held = try attachments.held()
    var missing: Set<Digest> = []
    var damaged: Set<Digest> = []
    for named in NamedAttachment.live(in: state) {
      switch held[named.sha256] {
      case nil: missing.insert(named.sha256)
      case named.byteCount: break
      default: damaged.insert(named.sha256)
      }
    }
    func finding(_ matter: Finding.Matter, _ digests: some Collection<Digest>) -> [Finding] {
      digests.isEmpty ? [] : [Finding(matter, at: digests.sorted().map(attachments.path))]
    }
    return finding(.damagedAttachments, damaged) + finding(.missingAttachments, missing)
      + finding(.unnamedAttachments, try workspace.isLocked() ? [] : attachments.unnamed(in: state.table))
  }
}
