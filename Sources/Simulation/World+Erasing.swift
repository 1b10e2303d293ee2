import Bundle
import CanonicalJSON
import Platform
import Words
import Workspace

/// Erasing, and that nothing of it stays.
extension World {
  func erase(_ machine: Machine, _ step: Step) throws {
    guard let id = someFact(machine, step) else { return }
    tell(SimulationWords.erases(machine.name, describe(id)))
    let outcome = try act(machine) { recording in
      let erasing = Erasing(recording)
      var request = ErasureRequest()
      request.references = [corpus.lines[id].reference]
      _ = try erasing.erase(try erasing.plan(request), ground: "verzoek")
    }
    switch outcome {
    case .done: try checkErased(machine)
    case .refused(let error): tell(SimulationWords.refused(String("\(error)".prefix(200))))
    case .interrupted: break
    }
  }

  /// The lines that have to go from a disk, by what counts there.
  func erased(_ machine: Machine) -> Set<Int> { ownModel(machine).erased }

  /// What the lines say to the writer of an instance, whose own logs count for it before they are admitted.
  func ownModel(_ machine: Machine) -> PlainModel {
    PlainModel(
      corpus, machine.holdings.present, bare: machine.holdings.bare, founder: founder, own: machine.ownKeys,
      presuming: machine.ownKeys, without: without)
  }

  func checkErased(_ machine: Machine) throws {
    let erased = erased(machine)
    try checkAnswers(machine)
    if let left = erased.subtracting(machine.holdings.bare).min() {
      throw Breakage(
        sort: .erasure, machine: machine.name, expected: SimulationWords.wordNowhere(describe(left)),
        found: SimulationWords.lineThere(corpus.lines[left].reference))
    }
    try machine.readWaiting(corpus)
    try checkWords(machine, erased)
  }

  /// Whoever has carried out an erasure says so, in a log of its own.
  private func checkAnswers(_ machine: Machine) throws {
    let answers = machine.holdings.present.filter { id in
      corpus.lines[id].kind == "wissing_uitgevoerd" && machine.ownKeys.contains(corpus.lines[id].log)
    }
    let answered = Set(answers.compactMap { corpus.lines[$0].payload?["wissing"]?.stringValue })
    for id in ownModel(machine).inForce {
      if answered.contains(corpus.lines[id].reference) != (without != .erasureIsAnswered) {
        throw Breakage(
          sort: .erasure, machine: machine.name,
          expected: SimulationWords.value("wissing_uitgevoerd \(corpus.lines[id].reference)"),
          found: SimulationWords.value(answered.sorted().joined(separator: " ")))
      }
    }
  }

  /// Searches every file for the words of erased facts that nobody wrote twice.
  private func checkWords(_ machine: Machine, _ erased: Set<Int>) throws {
    let words = erased.compactMap { corpus.lines[$0].payload?["tekst"]?.stringValue }
    if words.isEmpty { return }
    let all = corpus.lines.compactMap { $0.payload?["tekst"]?.stringValue }
    let counts = Dictionary(all.map { ($0, 1) }, uniquingKeysWith: +)
    let files = try machine.files.withoutTrouble { try machine.files.tree(Machine.folder) }
    for word in words.sorted() where counts[word] == 1 {
      for (path, bytes) in files {
        let content = path.hasSuffix(".veld") ? (try? Zstandard.decompress(bytes)) ?? bytes : bytes
        guard content.holds(Array("\"\(word)\"".utf8)) else { continue }
        throw Breakage(
          sort: .erasure, machine: machine.name, expected: SimulationWords.wordNowhere(word),
          found: SimulationWords.wordAt(path))
      }
    }
  }
}

extension [UInt8] {
  /// Whether some bytes stand in these in a row.
  fileprivate func holds(_ wanted: [UInt8]) -> Bool {
    guard let first = wanted.first else { return true }
    var start = startIndex
    while let found = self[start...].firstIndex(of: first) {
      if self[found...].starts(with: wanted) { return true }
      start = found + 1
    }
    return false
  }
}

extension FileSystem {
  /// Every file below a folder, in order of their paths.
  func tree(_ folder: String) throws(FileError) -> [(path: String, bytes: [UInt8])] {
    var found: [(path: String, bytes: [UInt8])] = []
    for name in try names(in: folder) {
      let path = folder + "/" + name
      if try entry(at: path)?.kind == .folder {
        found += try tree(path)
      } else {
        found.append((path, try contents(of: path)))
      }
    }
    return found
  }
}
