import CivilTime
import EventLog
import Merge
import Query
import Vocabulary

/// Which facts moved one figure between a day and now, and why.
public struct FigureMoves: Sendable {
  public enum Reason: String, Sendable, CaseIterable {
    /// Recorded since then.
    case recorded = "nieuw"
    /// Recorded before, and arrived since.
    case late = "laat_aangekomen"
    /// It takes the place of another fact.
    case correction = "correctie"
    /// Another fact took its place.
    case corrected = "gecorrigeerd"
    case retracted = "ingetrokken"
    case erased = "gewist"
    /// It is one of several that disagree, and another counts now, or it does.
    case conflict = "conflict"
    /// Its log counts now and did not, or the other way round.
    case membership = "lidmaatschap"
    /// The fact is as it was: another one about its traject moved it.
    case joined = "ander_feit"
  }

  public struct Move: Sendable {
    public let row: Int
    /// What the fact is to the figure; nil where it is not behind it.
    public let before: Provenance.Place?
    public let after: Provenance.Place?
    public let reason: Reason
    /// How much it adds to the numerator.
    public let numerator: Double
  }

  public let indicator: Indicator
  /// What the figure is of: its value on each dimension of the question.
  public let keys: [(dimension: Dimension, value: String?)]
  public let before: Figure
  public let after: Figure
  /// In the order of their lines.
  public let moves: [Move]

  /// Whether the moves account for the whole difference of the numerators, but for rounding.
  public var isWhole: Bool {
    abs(after.numerator - before.numerator - moves.reduce(0) { $0 + $1.numerator }) < 1e-6
      * max(1, abs(after.numerator))
  }

  /// Every figure of the answer to a question, then or now, and what moved it.
  ///
  /// - Throws: `QueryError` as `Query.evaluate`.
  public static func all(
    _ query: Query,
    _ known: KnownThen,
    vocabulary: Vocabulary
  ) throws(QueryError) -> [FigureMoves] {
    var query = query
    var now = try query.evaluate(on: known.now.projection, vocabulary: vocabulary)
    var then = try query.evaluate(on: known.then.projection, vocabulary: vocabulary)
    if now.dimensions != then.dimensions {
      // Answers were on one scale and now are on two, or the other way round: each scale has a figure of its own.
      query.dimensions.append(.schaal)
      now = try query.evaluate(on: known.now.projection, vocabulary: vocabulary)
      then = try query.evaluate(on: known.then.projection, vocabulary: vocabulary)
    }
    var all: [FigureMoves] = []
    var seen: Set<[String?]> = []
    // Where nobody had answered, or nobody has, there is no scale, and at the other time one or more.
    let scalePlace = now.dimensions.firstIndex(of: .schaal)
    func withoutScale(_ keys: [String?]) -> [String?] {
      keys.enumerated().map { $0.offset == scalePlace ? nil : $0.element }
    }
    let withScale = Set(
      (now.rows + then.rows).map(\.keys).filter { $0 != withoutScale($0) }.map(withoutScale))
    for (result, row) in now.rows.map({ (now, $0) }) + then.rows.map({ (then, $0) }) {
      if withScale.contains(row.keys) { continue }
      // A figure that is there at both times is given once.
      let keys = Array(zip(result.dimensions, row.keys)).map { (dimension: $0.0, value: $0.1) }
      guard seen.insert(keys.flatMap { [$0.dimension.rawValue, $0.value] }).inserted else { continue }
      let narrowed = query.narrowed(to: row, of: result)
      for indicator in query.indicators {
        all.append(try FigureMoves(narrowed.for(indicator), of: indicator, keys, known, vocabulary: vocabulary))
      }
    }
    return all
  }

  /// - Parameter question: One that asks for one figure.
  private init(
    _ question: Query,
    of indicator: Indicator,
    _ keys: [(dimension: Dimension, value: String?)],
    _ known: KnownThen,
    vocabulary: Vocabulary
  ) throws(QueryError) {
    self.indicator = indicator
    self.keys = keys
    let (then, now) = (known.then, known.now)
    let old = try question.provenance(of: indicator, on: then.projection, vocabulary: vocabulary)
    let new = try question.provenance(of: indicator, on: now.projection, vocabulary: vocabulary)
    before = try Self.figure(question, then, vocabulary)
    after = try Self.figure(question, now, vocabulary)
    let (places, newPlaces) = (Self.places(old), Self.places(new))
    moves = Set(places.keys).union(newPlaces.keys).sorted().compactMap { line in
      let (before, after) = (places[line], newPlaces[line])
      if before?.place == after?.place, before?.value == after?.value { return nil }
      return Move(
        row: Int(line), before: before?.place, after: after?.place,
        reason: Self.reason(Int(line), isNew: before == nil, isGone: after == nil, known),
        numerator: (after?.value ?? 0) - (before?.value ?? 0))
    }
  }

  private static func figure(_ question: Query, _ facts: Facts, _ vocabulary: Vocabulary) throws(QueryError) -> Figure {
    let rows = try question.evaluate(on: facts.projection, vocabulary: vocabulary).rows
    return rows.first?.figures.first ?? Figure(value: nil, numerator: 0, n: 0)
  }

  private static func places(_ provenance: Provenance) -> [Int32: (place: Provenance.Place, value: Double)] {
    var places: [Int32: (place: Provenance.Place, value: Double)] = [:]
    for place in Provenance.Place.allCases {
      for (index, line) in provenance.lines(place).enumerated() {
        guard place == .counted else {
          places[line] = (place, 0)
          continue
        }
        places[line] = (place, provenance.values.isEmpty ? 1 : provenance.values[index])
      }
    }
    return places
  }

  /// Whether it takes the place of a fact that counted then, be it through others that came since: what was corrected
  /// before it was known here is only new.
  private static func correctsWhatWasKnown(_ row: Int, _ known: KnownThen) -> Bool {
    let table = known.now.state.table
    var (seen, waiting): (Set<Int>, [Int]) = ([row], [row])
    while let row = waiting.popLast() {
      for replaced in table.replacements(of: row).compactMap({ table.row($0) }) where seen.insert(replaced).inserted {
        if known.then.state.counts[replaced] { return true }
        waiting.append(replaced)
      }
    }
    return false
  }

  private static func reason(_ row: Int, isNew: Bool, isGone: Bool, _ known: KnownThen) -> Reason {
    let (then, now) = (known.then.state, known.now.state)
    if isNew, !then.isUsed[row] {
      if then.isLive[row] { return .conflict }
      if !then.counts[row], let arrival = known.arrivals[now.table.reference(row)],
        arrival.at.milliseconds >= known.end,
        now.table.time(row) < known.end
      {
        return correctsWhatWasKnown(row, known) ? .correction : .late
      }
      if then.counts[row] { return .joined }
      return correctsWhatWasKnown(row, known) ? .correction : .recorded
    }
    if isGone, !now.isUsed[row] {
      if now.isErased(row) { return .erased }
      if now.isLive[row] { return .conflict }
      if !now.counts[row] { return .membership }
      guard let by = now.replacement(of: row), let line = now.table.row(by) else { return .corrected }
      return now.table.kindName(line) == "intrekking" ? .retracted : .corrected
    }
    return .joined
  }
}
