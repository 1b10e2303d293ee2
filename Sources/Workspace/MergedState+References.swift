import EventLog
import Identity
import Merge

extension MergedState {
  /// The row that a written reference names: in full, `:41` for a log's own, or any beginning of the log's id that is
  /// its alone, as in `7k3f:41`.
  ///
  /// - Parameter own: The log that `:41` is of.
  /// - Throws: `WorkspaceError.noSuchReference` or `ambiguousReference`.
  public func row(named text: String, own: LogID) throws(WorkspaceError) -> Int {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw .noSuchReference(text) }
    let number = parts[1].split(separator: "#", omittingEmptySubsequences: false)
    guard let digits = number.first, let seq = Int(digits), seq >= 1, number.count <= 2 else {
      throw .noSuchReference(text)
    }
    var rows: [Int] = []
    for branch in table.branches {
      let isMeant = parts[0].isEmpty ? branch.log == own : branch.log.text.hasPrefix(parts[0])
      guard isMeant, let row = branch.row(seq), table.isReadable(row) else { continue }
      if number.count == 2, !table.chain(row).text.hasPrefix(number[1]) { continue }
      rows.append(row)
    }
    guard let row = rows.first else { throw .noSuchReference(text) }
    if rows.count > 1 { throw .ambiguousReference(text, rows.map { table.reference($0) }) }
    return row
  }

  /// The shortest form that names a row here: its log's shortest beginning of 6 or more characters, and its number.
  public func shortReference(_ row: Int) -> String {
    let log = table.branch(at: row).log.text
    var length = 6
    while length < 12,
      table.branches.contains(where: { $0.log.text != log && $0.log.text.hasPrefix(log.prefix(length)) })
    {
      length += 1
    }
    let reference = table.reference(row)
    // Where a log was continued twice, a number alone may name two lines.
    let isOne = table.branches(of: reference.log).count { $0.row(reference.seq) != nil } < 2
    return log.prefix(length) + ":\(reference.seq)" + (isOne ? "" : "#" + table.chain(row).text.prefix(4))
  }

  /// The group of live facts that disagree of which a row is one.
  public func conflict(of row: Int) -> Conflict? {
    conflicts.first { $0.rows.contains(row) }
  }

  /// A line that counts and replaces a row.
  public func replacement(of row: Int) -> Reference? {
    let reference = table.reference(row)
    return table.replacements.first { $0.target == reference && counts[Int($0.row)] }
      .map { table.reference(Int($0.row)) }
  }
}
