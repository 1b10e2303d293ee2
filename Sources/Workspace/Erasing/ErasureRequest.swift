import EventLog

/// What a person asks to be erased.
public struct ErasureRequest: Sendable {
  /// Facts, as `:41` or in full.
  public var references: [String] = []
  public var respondenten: [String] = []
  public var trajecten: [String] = []
  /// Young people, whose trajecten go with them.
  public var pseudoniemen: [String] = []
  /// Retention terms that have passed.
  public var termijnen: [String] = []
  /// Whether what was said in an interview with others goes too.
  public var includesShared = false

  public init() {}

  public var isEmpty: Bool {
    references.isEmpty && respondenten.isEmpty && trajecten.isEmpty && pseudoniemen.isEmpty && termijnen.isEmpty
  }

  /// The codes that were named.
  var codes: Set<PersonCode> {
    Set(
      respondenten.map { PersonCode(.respondent, $0) } + trajecten.map { PersonCode(.traject, $0) }
        + pseudoniemen.map { PersonCode(.jeugdige, $0) })
  }
}

/// Why nothing is erased.
public enum ErasureError: Error, Sendable, Equatable {
  /// No fact with contents names it.
  case nothingFound
  /// What was found is others' to erase.
  case notOurs([Reference])
  case noGround
  /// The ground stays for ever and goes to all, so it must not say who it is about.
  case groundNames(String)
  /// A line that the format does not let anyone erase.
  case structural(Reference, kind: String)
  /// The contents of the line are not here.
  case hasNoPayload(Reference)
  case notATerm(Reference)
  /// The retention term has not passed.
  case termNotPassed(Reference, until: String)
}
