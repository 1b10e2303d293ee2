import CivilTime
import Query

/// What a person looks at: a page, what it is about, and what it is limited to.
public struct Place: Sendable, Equatable {
  public var page: Page
  /// The provider of the page `aanbieder`.
  public var aanbieder: String?
  /// The id of the indicator of the page `aanbieders`.
  public var indicator: String
  public var filter: Filter
  /// Nil for the newest with facts.
  public var period: Period?

  public init(
    _ page: Page = .overzicht,
    aanbieder: String? = nil,
    indicator: String = "uitval_breed",
    filter: Filter = .none,
    period: Period? = nil
  ) {
    self.page = page
    self.aanbieder = aanbieder
    self.indicator = indicator
    self.filter = filter
    self.period = period
  }

  /// The name of a file for what is shown: `aanbieders-uitval_breed-2016k2`.
  var fileName: String {
    var parts = [page.rawValue]
    if page == .aanbieder, let aanbieder { parts.append(aanbieder) }
    if page == .aanbieders { parts.append(indicator) }
    if let period { parts.append(period.text) }
    return String(parts.joined(separator: "-").map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? $0 : "_" })
  }
}
