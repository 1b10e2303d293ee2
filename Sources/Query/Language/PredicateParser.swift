/// Reads the rule of a definition, with the signs and words of a question.
///
///     rule  = part {("of"|"or") part}
///     part  = test {("en"|"and") test}
///     test  = ("niet"|"not") test | "(" rule ")" | field ("bekend"|"known")
///           | field ("=" | "!=" | "<" | "<=" | ">" | ">=") value | field "in" "(" value {"," value} ")"
struct PredicateParser {
  private let tokens: [Token]
  private var index = 0
  /// How deep parentheses and `niet` may stand in each other.
  private static let deepest = 20

  init(_ text: String) throws(QueryError) {
    tokens = try Token.tokens(of: text)
  }

  private var next: Token { tokens[index] }

  private func isWord(_ words: String...) -> Bool {
    next.kind == .word && words.contains(next.text.lowercased())
  }

  private mutating func advance() {
    if index < tokens.count - 1 { index += 1 }
  }

  private func expected(_ what: QueryError.Expected) -> QueryError {
    QueryError(position: next.position, reason: .expected(what, found: next.text))
  }

  /// The whole text as one rule; an empty text is the rule that every row follows.
  mutating func predicate() throws(QueryError) -> Predicate {
    if next.kind == .end { return .always }
    let rule = try rule(depth: 0)
    guard next.kind == .end else { throw expected(.ruleEnd) }
    return rule
  }

  private mutating func rule(depth: Int) throws(QueryError) -> Predicate {
    if depth > Self.deepest { throw QueryError(position: next.position, reason: .tooDeep) }
    var parts = [try part(depth: depth)]
    while isWord("of", "or") {
      advance()
      parts.append(try part(depth: depth))
    }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func part(depth: Int) throws(QueryError) -> Predicate {
    var parts = [try test(depth: depth)]
    while isWord("en", "and") {
      advance()
      parts.append(try test(depth: depth))
    }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func test(depth: Int) throws(QueryError) -> Predicate {
    if isWord("niet", "not") {
      if depth > Self.deepest { throw QueryError(position: next.position, reason: .tooDeep) }
      advance()
      return .not(try test(depth: depth + 1))
    }
    if next.kind == .open {
      advance()
      let inner = try rule(depth: depth + 1)
      guard next.kind == .close else { throw expected(.parenthesis) }
      advance()
      return inner
    }
    guard next.kind == .word else { throw expected(.field) }
    let field = next.text.lowercased()
    advance()
    if isWord("bekend", "known") {
      advance()
      return .known(field)
    }
    if isWord("in") {
      advance()
      return .among(field, try list())
    }
    guard case .comparison(let comparison) = next.kind else { throw expected(.comparison) }
    advance()
    let value = try value()
    switch comparison {
    case .isEqual: return .among(field, [value])
    case .isNot: return .not(.among(field, [value]))
    default: return .compared(field, comparison, value)
    }
  }

  private mutating func list() throws(QueryError) -> [String] {
    guard next.kind == .open else { throw expected(.parenthesis) }
    var values: [String] = []
    repeat {
      advance()
      values.append(try value())
    } while next.kind == .comma
    guard next.kind == .close else { throw expected(.parenthesis) }
    advance()
    return values
  }

  private mutating func value() throws(QueryError) -> String {
    guard next.kind == .word || next.kind == .quoted else { throw expected(.value) }
    defer { advance() }
    return next.text
  }
}

extension Predicate {
  /// - Throws: `QueryError` with the place in `text`. Fields and values are checked by `DefinitionCheck`.
  public init(parsing text: String) throws(QueryError) {
    var parser = try PredicateParser(text)
    self = try parser.predicate()
  }
}
