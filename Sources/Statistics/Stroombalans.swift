/// Whether the counts of a period fit together: `begin + instroom − uitstroom = eind`, `actief = begin + instroom`.
public struct Stroombalans: Sendable, Equatable {
  public let begin: Int
  public let instroom: Int
  public let uitstroom: Int
  public let eind: Int
  /// All who were in care at any moment of the period; nil where it was not reported.
  public let actief: Int?

  /// Nil when a count is below 0 or too large to be added to the others.
  public init?(begin: Int, instroom: Int, uitstroom: Int, eind: Int, actief: Int? = nil) {
    // A quarter of what an integer holds: no sum or difference of four can then overflow.
    let possible = 0...(Int.max / 4)
    guard [begin, instroom, uitstroom, eind, actief ?? 0].allSatisfy(possible.contains) else { return nil }
    self.begin = begin
    self.instroom = instroom
    self.uitstroom = uitstroom
    self.eind = eind
    self.actief = actief
  }

  /// How much the reported eind lies above what the others add up to; 0 when the balance closes.
  public var difference: Int { eind - (begin + instroom - uitstroom) }

  /// How much the reported actief lies above what the others add up to; nil where it was not reported.
  public var actiefDifference: Int? { actief.map { $0 - (begin + instroom) } }

  /// What counts rounded to five may miss in one addition.
  public static let toleranceOfRoundedCounts = 5

  /// Whether both differences are at most `tolerance`, to either side.
  public func closes(tolerance: Int = 0) -> Bool {
    abs(difference) <= tolerance && abs(actiefDifference ?? 0) <= tolerance
  }
}
