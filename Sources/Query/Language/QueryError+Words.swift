import Words

extension QueryError {
  /// What is wrong, where, and what would be right.
  public var phrase: Phrase {
    QueryWords.at(position: position) + reason.phrase
  }
}

extension QueryError.Reason {
  var phrase: Phrase {
    switch self {
    case .empty: QueryWords.empty
    case .unexpectedCharacter(let character): QueryWords.unexpectedCharacter(character)
    case .unclosedQuote: QueryWords.unclosedQuote
    case .expected(let what, let found): QueryWords.expected(what.phrase, found: found)
    case .unknownIndicator(let name, let nearest): QueryWords.unknownIndicator(name, nearest: nearest)
    case .unknownDimension(let name, let nearest):
      QueryWords.unknownDimension(name, nearest: nearest, all: Dimension.typed(Dimension.allCases))
    case .unknownValue(let value, let dimension, let nearest):
      QueryWords.unknownValue(
        value, of: QueryWords.dimension(dimension.rawValue), nearest: nearest,
        list: dimension == .log ? nil : dimension.rawValue)
    case .notAPeriod(let text): QueryWords.notAPeriod(text)
    case .notOrdered(let dimension): QueryWords.notOrdered(QueryWords.dimension(dimension.rawValue))
    case .doesNotApply(let dimension, let id, let others):
      QueryWords.doesNotApply(
        QueryWords.dimension(dimension.rawValue), to: id, others: Dimension.typed(others))
    case .cannotSplit(.schaal): QueryWords.scaleComesByItself
    case .cannotSplit(let dimension): QueryWords.cannotSplit(QueryWords.dimension(dimension.rawValue))
    case .notACount(let text): QueryWords.notACount(text)
    case .cannotSortBy(let text): QueryWords.cannotSortBy(text)
    case .repeated(let name): QueryWords.repeated(name)
    case .tooDeep: QueryWords.tooDeep
    case .needsPseudonym(let id): QueryWords.needsPseudonym(id)
    case .needsOnePeriod(let id): QueryWords.needsOnePeriod(id)
    }
  }
}

extension Dimension {
  /// Their names as they can be typed, in each language.
  fileprivate static func typed(_ dimensions: [Dimension]) -> [Phrase] {
    dimensions.map { Phrase(nl: $0.names[0], en: $0.names.dropFirst().first ?? $0.names[0]) }
  }
}

extension QueryError.Expected {
  var phrase: Phrase {
    switch self {
    case .indicator: QueryWords.indicator
    case .dimension: QueryWords.dimension
    case .comparison: QueryWords.comparison
    case .value: QueryWords.value
    case .parenthesis: QueryWords.parenthesis
    case .clause: QueryWords.clause
    case .sortKey: QueryWords.sortKey
    case .count: QueryWords.count
    case .field: QueryWords.field
    case .ruleEnd: QueryWords.ruleEnd
    }
  }
}
