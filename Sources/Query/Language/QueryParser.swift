import PlainText
/// Reads the pieces of a question, one look ahead; the grammar stands at `Query`.
struct QueryParser {
  private let tokens: [Token]
  private let catalogue: IndicatorCatalogue
  private var index = 0

  /// - Parameter tokens: The last must be `end`.
  init(tokens: [Token], catalogue: IndicatorCatalogue) {
    self.tokens = tokens
    self.catalogue = catalogue
  }

  private enum Keyword: String, CaseIterable {
    case per
    case by
    case waar
    case `where`
    case en
    case and
    case sorteer
    case sort
    case order
    case op
    case top
    case limit
    case aflopend
    case desc
    case oplopend
    case asc
    case `in`
  }

  private var next: Token { tokens[index] }
  private var keyword: Keyword? { next.kind == .word ? Keyword(rawValue: next.text.lowercased()) : nil }

  private mutating func advance() {
    if index < tokens.count - 1 { index += 1 }
  }

  private mutating func take(_ keywords: Keyword...) -> Bool {
    guard let keyword, keywords.contains(keyword) else { return false }
    advance()
    return true
  }

  private mutating func take(_ kind: Token.Kind) -> Bool {
    guard next.kind == kind else { return false }
    advance()
    return true
  }

  private func expected(_ what: QueryError.Expected) -> QueryError {
    QueryError(position: next.position, reason: .expected(what, found: next.text))
  }

  private func fault(_ reason: QueryError.Reason) -> QueryError {
    QueryError(position: next.position, reason: reason)
  }

  mutating func query() throws(QueryError) -> Query {
    if tokens.count == 1 { throw fault(.empty) }
    var query = Query([])
    repeat { try readIndicator(into: &query) } while take(.comma)
    while next.kind != .end {
      if take(.per, .by) {
        repeat { try readDimension(into: &query) } while take(.comma)
      } else if take(.waar, .where) {
        repeat {
          let position = next.position
          query.conditions.append(try condition())
          if let last = query.conditions.last?.dimension, query.dimensionPositions[last] == nil {
            query.dimensionPositions[last] = position
          }
        } while take(.en, .and)
      } else if take(.sorteer, .sort, .order) {
        _ = take(.op, .by)
        repeat { query.sortKeys.append(try sortKey(of: query)) } while take(.comma)
      } else if take(.top, .limit) {
        query.limit = try count()
      } else {
        throw expected(.clause)
      }
    }
    return query
  }

  private mutating func readIndicator(into query: inout Query) throws(QueryError) {
    guard next.kind == .word, keyword == nil else { throw expected(.indicator) }
    let found = catalogue.named(next.text)
    if found.isEmpty {
      throw fault(
        .unknownIndicator(next.text, nearest: EditDistance.nearest(to: next.text, among: catalogue.names)))
    }
    for indicator in found {
      if query.indicators.contains(indicator) { throw fault(.repeated(indicator.id)) }
      query.indicators.append(indicator)
    }
    if found.count > 1 { query.saidUitval = true }
    advance()
  }

  private mutating func readDimension(into query: inout Query) throws(QueryError) {
    let position = next.position
    let dimension = try dimension()
    if query.dimensions.contains(dimension) {
      throw QueryError(position: position, reason: .repeated(dimension.rawValue))
    }
    if dimension == .periode || dimension == .schaal {
      throw QueryError(position: position, reason: .cannotSplit(dimension))
    }
    query.dimensions.append(dimension)
    query.dimensionPositions[dimension] = position
  }

  private mutating func dimension() throws(QueryError) -> Dimension {
    guard next.kind == .word, keyword == nil else { throw expected(.dimension) }
    guard let dimension = Dimension(named: next.text) else {
      let names = Dimension.allCases.flatMap(\.names)
      throw fault(.unknownDimension(next.text, nearest: EditDistance.nearest(to: next.text, among: names)))
    }
    advance()
    return dimension
  }

  private mutating func condition() throws(QueryError) -> Condition {
    let dimension = try dimension()
    if take(.in) {
      guard take(.open) else { throw expected(.parenthesis) }
      let position = next.position
      var values: [String] = []
      repeat { values.append(try value()) } while take(.comma)
      guard take(.close) else { throw expected(.parenthesis) }
      return Condition(dimension, .isEqual, values, position: position)
    }
    guard case .comparison(let comparison) = next.kind else { throw expected(.comparison) }
    if !dimension.isTime, comparison != .isEqual, comparison != .isNot { throw fault(.notOrdered(dimension)) }
    advance()
    let position = next.position
    return Condition(dimension, comparison, [try value()], position: position)
  }

  /// A quoted text, or words up to a keyword or sign.
  private mutating func value() throws(QueryError) -> String {
    if next.kind == .quoted {
      defer { advance() }
      return next.text
    }
    var words: [String] = []
    while next.kind == .word, words.isEmpty || keyword == nil {
      words.append(next.text)
      advance()
    }
    if words.isEmpty { throw expected(.value) }
    return words.joined(separator: " ")
  }

  private mutating func sortKey(of query: Query) throws(QueryError) -> Query.SortKey {
    guard next.kind == .word, keyword == nil else { throw expected(.sortKey) }
    let subject: Query.SortKey.Subject
    // `informant` and `schaal` may come into the result by themselves.
    if let dimension = Dimension(named: next.text),
      query.dimensions.contains(dimension) || dimension == .informant || dimension == .schaal
    {
      subject = .dimension(dimension)
    } else if let indicator = catalogue.named(next.text).first, query.indicators.contains(indicator) {
      subject = .indicator(indicator.id)
    } else {
      throw fault(.cannotSortBy(next.text))
    }
    advance()
    if take(.aflopend, .desc) { return Query.SortKey(subject, isDescending: true) }
    _ = take(.oplopend, .asc)
    return Query.SortKey(subject)
  }

  private mutating func count() throws(QueryError) -> Int {
    guard next.kind == .word else { throw expected(.count) }
    guard let count = Int(next.text), count > 0 else { throw fault(.notACount(next.text)) }
    advance()
    return count
  }
}
