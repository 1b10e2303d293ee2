import Words

/// The 42 jeugdregio's of 2015. Regions change from year to year; a workspace can name others (`Vocabulary.adding`).
extension CodeList {
  static var regions: [CodeList] { [regio] }

  static var regio: CodeList {
    CodeList(
      "regio", "jeugdregio", "youth care region", source: "indeling in 42 jeugdregio's, geldig vanaf 2015",
      codes: regionNames.map { name, aliases in Code(Spelling.slug(name), label: Phrase(same: name), aliases: aliases) }
    )
  }

  private static let regionNames: [(String, [String])] = [
    ("Achterhoek", []), ("Amsterdam-Amstelland", ["Amsterdam"]),
    ("Arnhem", ["Centraal Gelderland", "Arnhem (Centraal Gelderland)", "Regio Arnhem"]), ("Drenthe", []),
    ("Eemland", []), ("Flevoland", []), ("Food Valley", ["Food-Valley", "Foodvalley"]), ("Friesland", ["Fryslân"]),
    ("Gooi en Vechtstreek", ["Gooi & Vechtstreek", "Gooi- en Vechtstreek", "G&V"]), ("Groningen", []),
    ("Haaglanden", []), ("Haarlemmermeer", []), ("Holland Rijnland", ["Holland-Rijnland", "HR"]), ("IJsselland", []),
    ("Kop van Noord-Holland", ["Noordkop"]), ("Lekstroom", []), ("Midden-Brabant", ["Hart van Brabant"]),
    ("Midden-Holland", []),
    ("Midden-IJssel/Oost-Veluwe", ["MIJOV", "Midden-IJssel Oost-Veluwe", "Midden-IJssel en Oost-Veluwe"]),
    ("Midden-Kennemerland", ["IJmond"]), ("Midden-Limburg Oost", ["Midden-Limburg-Oost"]),
    ("Midden-Limburg West", ["Midden-Limburg-West"]), ("Noord-Limburg", []), ("Noord-Veluwe", []),
    ("Noord-Kennemerland", ["Alkmaar", "Regio Alkmaar", "Noord-Kennemerland (Alkmaar)"]),
    ("Noordoost-Brabant", ["Noord-Oost-Brabant", "NO-Brabant", "Brabant Noordoost"]),
    ("Rijk van Nijmegen", ["Nijmegen", "Regio Nijmegen"]), ("Rijnmond", []), ("Rivierenland", []),
    ("Twente", ["Samen14", "Twente (Samen14)"]),
    ("Utrecht-stad", ["Utrecht", "Utrecht stad", "stad Utrecht", "Gemeente Utrecht"]),
    ("Utrecht-West", ["Utrecht West"]), ("West-Brabant-Oost", ["WBO"]), ("West-Brabant-West", ["WBW"]),
    ("West-Friesland", ["Westfriesland"]), ("Zaanstreek-Waterland", []), ("Zeeland", []),
    ("Zuid-Holland Zuid", ["ZHZ"]), ("Zuid-Kennemerland", []), ("Zuid-Limburg", []),
    ("Zuidoost-Brabant", ["Zuid-Oost-Brabant", "ZO-Brabant"]),
    ("Zuidoost-Utrecht", ["Zuid-Oost-Utrecht", "ZO-Utrecht"]),
  ]
}
