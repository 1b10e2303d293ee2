import Query

/// What figures are limited to, as it was typed: `regio = zeeland en jaar >= 2015`.
public struct Filter: Sendable, Equatable {
  public let text: String
  public let conditions: [Condition]

  public static let none = Filter(text: "", conditions: [])

  private init(text: String, conditions: [Condition]) {
    self.text = text
    self.conditions = conditions
  }

  /// - Throws: `QueryError` with the place in `text` that it is about. Values are checked when figures are asked for;
  ///   what is wrong with one is then at its place in `text` as well.
  public init(parsing text: String) throws(QueryError) {
    if text.allSatisfy({ $0 == " " }) {
      self = .none
      return
    }
    // Conditions stand behind an indicator in the language of questions.
    let before = "uitstroom waar "
    let query: Query
    do throws(QueryError) {
      query = try Query(parsing: before + text)
    } catch {
      throw QueryError(position: max(0, error.position - before.count), reason: error.reason)
    }
    let conditions = query.conditions.map { condition in
      Condition(
        condition.dimension, condition.comparison, condition.values,
        position: max(0, condition.position - before.count))
    }
    self.init(text: text, conditions: conditions)
  }
}
