import CanonicalJSON
import EventLog
import Identity
import Vocabulary

/// Which lines have to go without their payload, as a pure function of the lines that are held (SyncSpecs/erasure.md).
public struct Erasure: Sendable {
  /// A decision to erase, with those of its targets for which it is in force.
  public struct Wissing: Sendable {
    /// The line that says so.
    public let reference: Reference
    /// Why.
    public let grond: String
    public let targets: [Reference]
    /// What it names without the right to: nobody has to carry that out.
    public let withoutForce: [Reference]
  }

  /// Every decision whose line counts, by log and number.
  public let wissingen: [Wissing]
  /// All that some decision in force names.
  public let targets: Set<Reference>

  /// - Parameters:
  ///   - lines: As those that `members` was computed from.
  ///   - ownPrivate: The private logs of this instance, which count here and nowhere else, and have one writer.
  public init(in lines: DecisionLines, members: Members, ownPrivate: Set<LogID> = []) {
    let writers = Writers(in: lines, members)
    var wissingen: [Wissing] = []
    for line in lines.lines where line.kind == .wissing {
      let log = line.reference.log
      let member = members.members[log]
      guard ownPrivate.contains(log) || (members.counts(line) && member?.role != .lezer),
        let header = lines.branches[line.branch].header, let grond = line.payload["grond"]?.stringValue,
        let values = line.payload["doelen"]?.arrayValue
      else { continue }
      let named = values.compactMap { $0.stringValue.flatMap { Reference($0) } }
      // One that is no reference leaves the whole line without effect.
      guard named.count == values.count else { continue }
      var targets: (inForce: [Reference], withoutForce: [Reference]) = ([], [])
      for target in named {
        let isTheirs =
          member?.role == .beheerder || writers.isOne(log, target.log)
          || (ownPrivate.contains(log) && ownPrivate.contains(target.log))
        if isTheirs, lines.header(of: target.log).map(header.reaches) != false {
          targets.inForce.append(target)
        } else {
          targets.withoutForce.append(target)
        }
      }
      wissingen.append(
        Wissing(
          reference: line.reference, grond: grond, targets: targets.inForce, withoutForce: targets.withoutForce))
    }
    self.wissingen = wissingen.sorted { ($0.reference.log, $0.reference.seq) < ($1.reference.log, $1.reference.seq) }
    targets = Set(wissingen.flatMap(\.targets))
  }

  public var isEmpty: Bool { targets.isEmpty }

  /// Whether a line has to go without its payload.
  ///
  /// - Parameter kind: Its kind; lines of structural kinds are never erased.
  public func erases(_ reference: Reference, kind: String) -> Bool {
    targets.contains(reference) && !LineView.structuralKinds.contains(kind)
  }

  /// The logs of one writer, joined by the `eigen_log` lines that count.
  private struct Writers {
    private var first: [LogID: LogID] = [:]

    init(in lines: DecisionLines, _ members: Members) {
      for own in Decisions(in: lines).ownLogs where members.counts(own.line) {
        let (left, right) = (writer(of: own.line.reference.log), writer(of: own.log))
        if left != right { first[max(left, right)] = min(left, right) }
      }
    }

    private func writer(of log: LogID) -> LogID {
      var log = log
      while let other = first[log] { log = other }
      return log
    }

    func isOne(_ left: LogID, _ right: LogID) -> Bool { writer(of: left) == writer(of: right) }
  }
}
