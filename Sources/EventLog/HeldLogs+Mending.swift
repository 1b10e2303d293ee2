import Platform

extension HeldLogs {
  /// Puts lines in the place of those that are held under their numbers and lack their payload, or are not right.
  ///
  /// Each file is written anew beside the old one, synchronized, and put in its place.
  ///
  /// - Parameters:
  ///   - lines: By number, without line feeds; of lines that cannot be read, all that stand together.
  ///   - quarantine: Where the old file goes first; nil where nothing but payloads is added.
  /// - Throws: `FileError`; files that were done stay done.
  public func mend(
    _ branch: Int, with lines: [Int: [UInt8]], quarantine: String?, surroundings: Surroundings
  ) throws(FileError) {
    for part in branches[branch].parts where lines.keys.contains(where: { $0 >= part.firstSeq && $0 <= part.lastSeq }) {
      let old = try files.contents(of: part.path)
      var new: [UInt8] = []
      new.reserveCapacity(old.count + 4096)
      var position = 0
      var due = part.firstSeq
      func addUnreadable(upTo seq: Int, _ end: Int) {
        let numbers = due..<seq
        if !numbers.isEmpty, numbers.allSatisfy({ lines[$0] != nil }) {
          for number in numbers { new += (lines[number] ?? []) + [0x0A] }
        } else {
          new += old[position..<end]
        }
      }
      for run in try part.runs(of: part.firstSeq...part.lastSeq, files: files) {
        addUnreadable(upTo: run.seqs.lowerBound, run.bytes.lowerBound)
        var seq = run.seqs.lowerBound
        old.withUnsafeBufferPointer { bytes in
          var breaks = LineBreaks(
            UnsafeBufferPointer(rebasing: bytes[..<run.bytes.upperBound]), from: run.bytes.lowerBound)
          while let range = breaks.next() {
            if let line = lines[seq] { new += line } else { new += bytes[range] }
            new.append(0x0A)
            seq += 1
          }
        }
        position = run.bytes.upperBound
        due = run.seqs.upperBound + 1
      }
      addUnreadable(upTo: part.lastSeq + 1, part.byteCount)
      new += old[part.byteCount...]
      if let quarantine {
        try files.makeFolders(quarantine)
        let name = "damaged-\(branches[branch].folder.name)-\(Path.name(of: part.path))-\(surroundings.clock.now())"
        try files.writeWhole(old, to: quarantine + "/" + name)
      }
      try files.writeWhole(new, to: part.path)
    }
  }
}

extension LogFolder {
  /// `<id>` or `<id>~<chain>`.
  var name: String { Path.name(of: path) }
}
