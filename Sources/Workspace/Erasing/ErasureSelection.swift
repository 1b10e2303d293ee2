import CanonicalJSON
import EventLog
import Identity
import Merge
import Vocabulary

/// The facts that an erasure is about, live or replaced, on every branch, counted or not.
struct ErasureSelection {
  private(set) var rows: Set<Int> = []
  /// All codes that the erasure is about: those asked for, and what belongs to them alone.
  private(set) var codes: Set<PersonCode>
  /// Interviews with others, whose answers stay.
  private(set) var sharedInterviews: Set<String> = []
  /// Facts that hold one of the codes in a text.
  private(set) var mentions: [Int] = []

  private let state: MergedState
  private var table: LineTable { state.table }

  /// - Throws: `WorkspaceError` for a reference that names no line, `ErasureError` for one that cannot be erased.
  init(_ request: ErasureRequest, in state: MergedState, own: LogID, today: String) throws {
    self.state = state
    codes = request.codes
    try addNamed(request.references, own)
    try addPassed(request.termijnen, own, today)
    if !codes.isEmpty { addCoded(includesShared: request.includesShared) }
    addRetractions()
  }

  // MARK: By reference

  private mutating func addNamed(_ references: [String], _ own: LogID) throws {
    for text in references {
      let row = try state.row(named: text, own: own)
      let line = table.reference(row)
      if LineView.structuralKinds.contains(table.kindName(row)) {
        throw ErasureError.structural(line, kind: table.kindName(row))
      }
      guard table.hasPayload(row) else { throw ErasureError.hasNoPayload(line) }
      addWithHistory(row)
    }
  }

  /// The fact and the earlier ones of its kind that it took the place of, directly or through others.
  private mutating func addWithHistory(_ row: Int) {
    var waiting = [row]
    while let next = waiting.popLast() {
      guard rows.insert(next).inserted else { continue }
      waiting += table.replacements(of: next).flatMap(table.rows)
        .filter { table.hasPayload($0) && table.kind($0) == table.kind(row) }
    }
  }

  private mutating func addPassed(_ terms: [String], _ own: LogID, _ today: String) throws {
    if terms.isEmpty { return }
    let retention = Retention(of: state, asOf: today)
    for text in terms {
      let row = try state.row(named: text, own: own)
      guard let term = retention.terms.first(where: { $0.row == row }) else {
        throw ErasureError.notATerm(table.reference(row))
      }
      guard term.isPast else { throw ErasureError.termNotPassed(table.reference(row), until: term.until) }
      rows.formUnion(term.rowsPast)
    }
  }

  // MARK: By code

  private mutating func addCoded(includesShared: Bool) {
    let finder = PersonCodes(table, state.vocabulary)
    // Two looks: what belongs to a person is known after the first.
    let first = candidates(codes).map { (row: $0, codes: finder.codes(in: $0)) }
    for (row, named) in first where !named.isDisjoint(with: codes.filter { $0.sort == .jeugdige }) {
      // A traject belongs to the young person that a fact about it names.
      codes.formUnion(named.filter { $0.sort == .traject })
      rows.insert(row)
    }
    addInterviews(first, finder, includesShared)
    for row in candidates(codes) {
      if finder.codes(in: row).isDisjoint(with: codes) { mentions.append(row) } else { rows.insert(row) }
    }
    mentions = mentions.filter { !rows.contains($0) && mentionsWord($0) }
  }

  /// An interview with a respondent goes, and what was said in it as well where nobody else was there.
  private mutating func addInterviews(
    _ first: [(row: Int, codes: Set<PersonCode>)], _ finder: PersonCodes, _ includesShared: Bool
  ) {
    let asked = codes.filter { $0.sort == .respondent }
    guard !asked.isEmpty, let kind = table.kindIndex(named: "interview") else { return }
    var interviews: Set<PersonCode> = []
    for (row, named) in first where table.kind(row) == kind && !named.isDisjoint(with: asked) {
      interviews.formUnion(named.filter { $0.sort == .interview })
    }
    for row in candidates(interviews) where table.kind(row) == kind {
      let named = finder.codes(in: row)
      guard !includesShared, named.contains(where: { $0.sort == .respondent && !asked.contains($0) }) else { continue }
      sharedInterviews.formUnion(named.filter { $0.sort == .interview && interviews.contains($0) }.map(\.code))
    }
    codes.formUnion(interviews.filter { !sharedInterviews.contains($0.code) })
  }

  /// The rows whose payload holds the bytes of one of the codes.
  private func candidates(_ codes: Set<PersonCode>) -> [Int] {
    let patterns = Set(codes.map(\.code)).map { code in
      Array(JSONValue.string(code).canonicalBytes.dropFirst().dropLast())
    }
    let isStructural = table.kindNames.map(LineView.structuralKinds.contains)
    return (0..<table.rowCount).filter { row in
      guard table.hasPayload(row), let kind = table.kind(row), !isStructural[kind] else { return false }
      let payload = table.payload(row)
      return patterns.contains { payload.holds($0) }
    }
  }

  /// Whether a text of the payload holds one of the codes as a word.
  private func mentionsWord(_ row: Int) -> Bool {
    let texts = (table.payloadObject(row)?.members ?? []).flatMap { $0.value.arrayValue ?? [$0.value] }
      .compactMap(\.stringValue)
    return codes.contains { code in texts.contains { $0.holdsWord(code.code) } }
  }

  // MARK: What was taken back

  /// Why a fact was retracted can say as much as the fact.
  private mutating func addRetractions() {
    for row in table.rows(ofKind: "intrekking") where table.hasPayload(row) {
      let targets = table.replacements(of: row).flatMap(table.rows)
      if !targets.isEmpty, targets.allSatisfy(rows.contains) { rows.insert(row) }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the bytes hold others somewhere.
  func holds(_ pattern: [UInt8]) -> Bool {
    guard let first = pattern.first, count >= pattern.count else { return false }
    for start in 0...count - pattern.count where self[start] == first {
      var length = 1
      while length < pattern.count, self[start + length] == pattern[length] { length += 1 }
      if length == pattern.count { return true }
    }
    return false
  }
}

extension String {
  /// Whether the text holds a word, with no letter, digit or hyphen on either side.
  func holdsWord(_ word: String) -> Bool {
    var rest = self[...]
    func isPart(_ character: Character?) -> Bool {
      guard let character else { return false }
      return character.isLetter || character.isNumber || character == "-"
    }
    while let start = rest.firstIndex(where: { $0 == word.first }) {
      if rest[start...].hasPrefix(word) {
        let before = start == startIndex ? nil : self[index(before: start)]
        if !isPart(before), !isPart(self[start...].dropFirst(word.count).first) { return true }
      }
      rest = rest[start...].dropFirst()
    }
    return false
  }
}
