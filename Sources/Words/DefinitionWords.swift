/// What is said about definitions of indicators.
public enum DefinitionWords {
  public static let isBuiltIn = Phrase(
    nl: "deze naam is van een ingebouwde indicator; kies een andere",
    en: "this name is of a built-in indicator; choose another")
  public static let badName = Phrase(
    nl: "een naam heeft alleen letters, cijfers en _, en begint met een letter",
    en: "a name has only letters, digits and _, and begins with a letter")
  public static let needsNumerator = Phrase(
    nl: "een aandeel vraagt een teller, zoals 'reden in (03, 04)'",
    en: "a share needs a teller, such as 'reden in (03, 04)'")
  public static let needsValue = Phrase(
    nl: "deze maat vraagt een waarde: de naam van een veld met een getal, zoals duur_dgn",
    en: "this measure needs a waarde: the name of a field with a number, such as duur_dgn")
  public static let changesMeasure = Phrase(
    nl: "een latere versie telt iets anders (andere tabel of maat); geef die een eigen naam",
    en: "a later version counts something else (another table or measure); give that a name of its own")

  public static func unknownTable(_ name: String, nearest: String?, all: [String]) -> Phrase {
    let list = all.joined(separator: ", ")
    return Phrase(nl: "tabel '\(name)' is er niet", en: "there is no table '\(name)'") + QueryWords.meant(nearest)
      + Phrase(nl: "; tellen kan op \(list)", en: "; what can be counted: \(list)")
  }

  public static func badRule(_ field: String, _ why: Phrase) -> Phrase { Phrase(same: field + ", ") + why }

  public static func unknownField(_ name: String, of table: String, nearest: String?) -> Phrase {
    Phrase(nl: "\(table) heeft geen veld '\(name)'", en: "\(table) has no field '\(name)'") + QueryWords.meant(nearest)
  }

  public static func unknownValue(_ value: String, of field: String, nearest: String?) -> Phrase {
    Phrase(nl: "\(field) kan niet '\(value)' zijn", en: "\(field) cannot be '\(value)'") + QueryWords.meant(nearest)
  }

  public static func notComparable(_ field: String, value: String) -> Phrase {
    Phrase(
      nl: "\(field) en '\(value)' zijn niet te vergelijken: dat kan alleen met getallen en datums",
      en: "\(field) and '\(value)' cannot be compared: only numbers and dates can")
  }

  public static func notANumber(_ field: String) -> Phrase {
    Phrase(nl: "\(field) is geen getal", en: "\(field) is not a number")
  }

  public static func hasNoJeugdigen(_ table: String) -> Phrase {
    Phrase(
      nl: "\(table) gaat niet over trajecten, dus ook niet over jeugdigen",
      en: "\(table) is not about trajectories, and so not about young people")
  }
}
