import Words

/// One member that a payload of some kind may hold.
public struct Field: Sendable, Equatable {
  public let name: String
  public let type: FieldType
  /// Whether every payload of the kind holds it; `Kind.requirements` say the rest.
  public let isRequired: Bool
  /// Whether it says something about one person, be it under a pseudonym.
  public let isPersonal: Bool
  public let label: Phrase
  public let unit: Phrase?

  /// Short marks that the kinds' tables read well with.
  public struct Marks: OptionSet, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let required = Marks(rawValue: 1)
    public static let personal = Marks(rawValue: 2)
  }

  init(_ name: String, _ type: FieldType, _ dutch: String, _ english: String, _ marks: Marks, _ unit: Phrase? = nil) {
    self.name = name
    self.type = type
    isRequired = marks.contains(.required)
    isPersonal = marks.contains(.personal)
    label = Phrase(nl: dutch, en: english)
    self.unit = unit
  }
}

/// The constructors that the tables of kinds are written with: name, Dutch label, English label, marks.
extension Field {
  static func text(_ name: String, _ dutch: String, _ english: String, _ marks: Marks = []) -> Field {
    Field(name, .text, dutch, english, marks)
  }

  static func texts(_ name: String, _ dutch: String, _ english: String, _ marks: Marks = []) -> Field {
    Field(name, .list(.text), dutch, english, marks)
  }

  static func code(
    _ name: String,
    _ list: String,
    _ dutch: String,
    _ english: String,
    _ marks: Marks = []
  ) -> Field {
    Field(name, .code(list), dutch, english, marks)
  }

  static func reference(
    _ name: String,
    _ reference: FieldType.Reference,
    _ dutch: String,
    _ english: String,
    _ marks: Marks = []
  ) -> Field {
    Field(name, .reference(reference), dutch, english, marks)
  }

  static func count(
    _ name: String,
    _ dutch: String,
    _ english: String,
    _ marks: Marks = [],
    unit: Phrase? = nil
  ) -> Field {
    Field(name, .integer(0...1_000_000_000_000), dutch, english, marks, unit)
  }

  static func integer(
    _ name: String,
    _ range: ClosedRange<Int64>,
    _ dutch: String,
    _ english: String,
    _ marks: Marks = [],
    unit: Phrase? = nil
  ) -> Field {
    Field(name, .integer(range), dutch, english, marks, unit)
  }

  static func decimal(
    _ name: String,
    _ range: ClosedRange<Double>,
    _ dutch: String,
    _ english: String,
    _ marks: Marks = [],
    unit: Phrase? = nil
  ) -> Field {
    Field(name, .decimal(range), dutch, english, marks, unit)
  }

  static func cents(_ name: String, _ dutch: String, _ english: String, _ marks: Marks = []) -> Field {
    Field(name, .cents, dutch, english, marks, Phrase(nl: "eurocent", en: "euro cents"))
  }

  static func date(_ name: String, _ dutch: String, _ english: String, _ marks: Marks = []) -> Field {
    Field(name, .date, dutch, english, marks)
  }

  static func period(_ name: String, _ dutch: String, _ english: String, _ marks: Marks = []) -> Field {
    Field(name, .period, dutch, english, marks)
  }

  static func boolean(_ name: String, _ dutch: String, _ english: String, _ marks: Marks = []) -> Field {
    Field(name, .boolean, dutch, english, marks)
  }

  static func year(_ name: String, _ dutch: String, _ english: String, _ marks: Marks = []) -> Field {
    Field(name, .integer(1900...2100), dutch, english, marks)
  }

  static func days(_ name: String, _ dutch: String, _ english: String, _ marks: Marks = []) -> Field {
    Field(name, .integer(0...36_525), dutch, english, marks, Phrase(nl: "dagen", en: "days"))
  }
}
