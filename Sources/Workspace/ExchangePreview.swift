import Bundle
import EventLog
import Identity
import Merge
import Platform
import Query

/// What applying bundles would change, found by applying them to a copy of the instance in memory.
public struct ExchangePreview: Sendable {
  public struct MemberChange: Sendable, Equatable {
    public let log: LogID
    /// Nil for one that nobody had heard of.
    public let before: MemberList.Standing?
    public let after: MemberList.Standing
  }

  /// A figure over the whole workspace that is another one afterwards.
  public struct FigureChange: Sendable, Equatable {
    public let indicator: Indicator
    /// What the row is of, where an indicator has several: who answered.
    public let keys: [String?]
    /// Nil where there was none.
    public let before: Figure?
    public let after: Figure?
  }

  /// What became of each bundle, those from `held/` that moved included.
  public let applied: [Exchange.Applied]
  /// Conflicts that are open afterwards and were not before, and the other way round.
  public let newConflictCount: Int
  public let goneConflictCount: Int
  /// All that are open afterwards.
  public let conflictCount: Int
  public let members: [MemberChange]
  public let figures: [FigureChange]

  /// Applies bundles without changing anything on the disk.
  ///
  /// - Parameter report: Gets the outcome or the error of each file, as it would be.
  /// - Throws: `FileError` where the instance cannot be read.
  public init(
    applying paths: [String], to workspace: Workspace, passphrase: [UInt8]? = nil,
    report: (String, Result<[Exchange.Applied], any Error>) -> Void
  ) throws {
    var surroundings = workspace.surroundings
    surroundings = Surroundings(
      files: OverlayFileSystem(over: surroundings.files), clock: surroundings.clock,
      randomness: surroundings.randomness)
    let copy = try Workspace(opening: workspace.root, surroundings: surroundings, vocabulary: workspace.vocabulary)
    let before = try copy.state()
    let exchange = Exchange(try Recording(copy))
    var applied: [Exchange.Applied] = []
    for path in paths {
      do {
        let (outcome, released) = try exchange.apply(path, passphrase: passphrase)
        applied += [outcome] + released
        report(path, .success([outcome] + released))
      } catch {
        report(path, .failure(error))
      }
    }
    let after = try exchange.workspace.state()
    self.applied = applied
    let (old, new) = (Self.conflicts(in: before), Self.conflicts(in: after))
    newConflictCount = new.subtracting(old).count
    goneConflictCount = old.subtracting(new).count
    conflictCount = after.conflicts.count
    members = Self.memberChanges(before, after, workspace)
    figures = try Self.figureChanges(before, after)
  }

  private static func conflicts(in state: MergedState) -> Set<[Reference]> {
    Set(state.conflicts.map { $0.rows.map(state.table.reference).sorted() })
  }

  private static func memberChanges(
    _ before: MergedState, _ after: MergedState, _ workspace: Workspace
  ) -> [MemberChange] {
    let old = MemberList(of: before, own: workspace.ownPublic).entries
    let known = Dictionary(old.map { ($0.log, $0.standing) }, uniquingKeysWith: { first, _ in first })
    return MemberList(of: after, own: workspace.ownPublic).entries.filter { known[$0.log] != $0.standing }
      .map { MemberChange(log: $0.log, before: known[$0.log], after: $0.standing) }
  }

  private static func figureChanges(_ before: MergedState, _ after: MergedState) throws -> [FigureChange] {
    let (old, new) = (
      before.projection(only: Query.neededColumns), after.projection(only: Query.neededColumns)
    )
    var changes: [FigureChange] = []
    for indicator in Indicator.headlines {
      let query = Query([indicator])
      let left = try query.evaluate(on: old, vocabulary: before.vocabulary).rows
      let right = try query.evaluate(on: new, vocabulary: after.vocabulary).rows
      for keys in Set(left.map(\.keys)).union(right.map(\.keys)).sorted(by: precedes) {
        let was = left.first { $0.keys == keys }?.figures.first
        let becomes = right.first { $0.keys == keys }?.figures.first
        // What is only better or worse known says nothing to who has to decide.
        if was?.value != becomes?.value || (was?.n ?? 0) != (becomes?.n ?? 0) {
          changes.append(FigureChange(indicator: indicator, keys: keys, before: was, after: becomes))
        }
      }
    }
    return changes
  }

  private static func precedes(_ left: [String?], _ right: [String?]) -> Bool {
    left.map { $0 ?? "\u{10FFFF}" }.lexicographicallyPrecedes(right.map { $0 ?? "\u{10FFFF}" })
  }
}
