import Bundle
import Identity
import Words
import Workspace

extension ErrorText {
  /// What is wrong with a file that should be a bundle.
  static func bundle(_ error: BundleError) -> Message {
    switch error {
    case .notABundle(let kind): Message(text: words(kind), hint: BundleWords.hintNotABundle)
    case .encrypted: Message(text: BundleWords.encrypted)
    case .newerFormat(let number):
      Message(
        text: BundleWords.newerFormat(number, known: BundleManifest.format), hint: BundleWords.hintNewerFormat)
    case .newerMembers(let names): Message(text: BundleWords.newerMembers(names), hint: BundleWords.hintNewerFormat)
    case .segment(let fault): Message(text: BundleReport.words(fault), hint: BundleWords.hintUntrusted)
    case .compression(let error): Message(text: words(error), hint: BundleWords.hintDamaged)
    case .archive(let error): Message(text: words(error), hint: BundleWords.hintUntrusted)
    case .manifest(let fault): Message(text: words(fault), hint: BundleWords.hintUntrusted)
    default: Message(text: contents(error), hint: BundleWords.hintUntrusted)
    }
  }

  /// Why a bundle that is whole is not applied, or cannot be made.
  static func exchange(_ error: ExchangeError) -> Message {
    switch error {
    case .otherWorkspace(let found, let wanted):
      Message(text: CommandWords.otherWorkspaceBundle(found.text, wanted.text))
    case .notForUs(let count): Message(text: ExchangeWords.notForUs(count), hint: ExchangeWords.notForUsHint)
    case .needsPassphrase: Message(text: ExchangeWords.needsPassphrase, hint: ExchangeWords.needsPassphraseHint)
    case .notAMember(let log): Message(text: ExchangeWords.notAMember(log.text))
    case .unknownKeys(let logs):
      Message(text: ExchangeWords.keysNotKnown(logs.map(\.text)), hint: ExchangeWords.keysNotKnownHint)
    case .noReceivers: Message(text: ExchangeWords.noReceivers, hint: ExchangeWords.noReceiversHint)
    case .partTooSmall(let wanted, let smallest): Message(text: ExchangeWords.partTooSmall(wanted, smallest))
    }
  }

  private static func contents(_ error: BundleError) -> Phrase {
    switch error {
    case .missingEntry(let name): BundleWords.missingEntry(name)
    case .wrongEntry(let wanted, let found): BundleWords.wrongEntry(wanted: wanted, found: found)
    case .unexpectedEntry(let name): BundleWords.unexpectedEntry(name)
    case .wrongSize(let entry, let wanted, let found): BundleWords.wrongSize(entry, wanted: wanted, found: found)
    case .wrongContents(let entry, _, _): BundleWords.wrongContents(entry)
    case .entryTooLarge(let entry, let limit): BundleWords.entryTooLarge(entry, limit: limit)
    case .signedByAnother(let writer, let signer):
      BundleWords.signedByAnother(writer: writer.text, signer: signer.text)
    default: BundleWords.wrongSignature
    }
  }

  private static func words(_ kind: ForeignFile) -> Phrase {
    switch kind {
    case .empty: BundleWords.empty
    case .zeros: BundleWords.zeros
    case .tar: BundleWords.isNoBundle(kind: BundleWords.tar)
    case .gzip: BundleWords.isNoBundle(kind: BundleWords.gzip)
    case .zip: BundleWords.isNoBundle(kind: BundleWords.zip)
    case .pdf: BundleWords.isNoBundle(kind: BundleWords.pdf)
    case .json: BundleWords.isNoBundle(kind: BundleWords.json)
    case .text: BundleWords.isNoBundle(kind: BundleWords.text)
    case .zstandard: BundleWords.isNoBundle(kind: BundleWords.zstandard)
    case .zstandardTar: BundleWords.isNoBundle(kind: BundleWords.zstandardTar)
    case .unknown: BundleWords.isNoBundle(kind: BundleWords.unknownKind)
    }
  }

  private static func words(_ error: ZstandardError) -> Phrase {
    switch error {
    case .notAFrame: BundleWords.isNoBundle(kind: BundleWords.unknownKind)
    case .tooLarge(let limit): BundleWords.tooLarge(limit: limit)
    case .ratioTooHigh(let count, let ratio): BundleWords.ratioTooHigh(packedByteCount: count, ratio: ratio)
    case .windowTooLarge(let limit): BundleWords.windowTooLarge(limit: limit)
    case .needsDictionary: BundleWords.needsDictionary
    case .truncated(let count): BundleWords.truncated(byteCount: count)
    case .trailingBytes(let offset): BundleWords.trailingBytes(at: offset)
    case .wrongChecksum: BundleWords.wrongChecksum
    case .damaged(let offset, let reason): BundleWords.damaged(offset: offset, reason: reason)
    case .outOfMemory: BundleWords.outOfMemory
    }
  }

  private static func words(_ error: TarError) -> Phrase {
    switch error {
    case .truncated(let count): BundleWords.archiveTruncated(byteCount: count)
    case .damagedHeader(let offset): BundleWords.damagedHeader(offset: offset)
    case .notUstar(let offset): BundleWords.notUstar(offset: offset)
    case .notARegularFile(let name, _): BundleWords.notARegularFile(name)
    case .unsafeName(let name): BundleWords.unsafeName(name)
    case .repeatedName(let name): BundleWords.repeatedName(name)
    case .unreadableSize(let name): BundleWords.unreadableSize(name)
    case .entryTooLarge(let name, let limit): BundleWords.entryTooLarge(name, limit: limit)
    case .fieldNotFixed(let name, let offset): BundleWords.fieldNotFixed(name, offset: offset)
    case .paddingNotZero(let name): BundleWords.paddingNotZero(name)
    case .tooManyEntries(let limit): BundleWords.tooManyEntries(limit: limit)
    case .trailingBytes(let offset): BundleWords.archiveTrailingBytes(offset: offset)
    }
  }

  private static func words(_ fault: ManifestFault) -> Phrase {
    switch fault {
    case .json(let error): ManifestWords.notCanonical(offset: error.offset, reason: json(error.reason))
    case .wrongMembers(let place, let missing, let unknown):
      ManifestWords.wrongMembers(at: place, missing: missing, unknown: unknown)
    case .wrongValue(let place, let wanted): ManifestWords.wrongValue(at: place, wanted: words(wanted))
    }
  }

  private static func words(_ wanted: ManifestFault.Wanted) -> Phrase {
    switch wanted {
    case .object: ManifestWords.object
    case .array: ManifestWords.array
    case .text: ManifestWords.text
    case .formatNumber: ManifestWords.formatNumber
    case .logID: ManifestWords.logID
    case .chain: ManifestWords.chain
    case .sha256: ManifestWords.sha256
    case .byteCount: ManifestWords.byteCount
    case .sequenceNumber: ManifestWords.sequenceNumber
    case .reference: ManifestWords.reference
    case .path(let path): ManifestWords.path(path)
    case .uniquePath: ManifestWords.uniquePath
    case .lastFromFirst: ManifestWords.lastFromFirst
    case .after: ManifestWords.after
    case .noAfter: ManifestWords.noAfter
    case .fewerLinesThanBytes: ManifestWords.fewerLinesThanBytes
    case .item: ManifestWords.item
    case .ascendingItem: ManifestWords.ascendingItem
    case .boundedTotal: ManifestWords.boundedTotal
    }
  }
}
