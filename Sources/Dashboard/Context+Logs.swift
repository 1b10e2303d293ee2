import CivilTime

extension Context {
  /// A writer's logs, and when something was last heard of any.
  public struct Writer: Sendable, Equatable {
    public let name: String
    public let ids: [String]
    /// By the writer's clock; nil where nothing arrived.
    public let lastHeard: CivilDate?

    public init(name: String, ids: [String], lastHeard: CivilDate?) {
      self.name = name
      self.ids = ids
      self.lastHeard = lastHeard
    }
  }

  /// The writers that may hold facts of the period which are not here: those last heard of before it ended, or, while it
  /// lasts, silent for more than a month.
  func notHeardSince(_ period: Period) -> [Writer] {
    guard let today else { return [] }
    let day = period.end <= today ? period.end.days : today.days - Int32(Quality.silentAfterDays)
    return writers.filter { writer in writer.lastHeard.map { $0.days < day } ?? true }
  }
}
