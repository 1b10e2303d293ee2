import Words

/// How a choice was scored, weighed and decided.
extension Kind {
  static var besluit: [Kind] { [scoringsmatrix, matrixscore, gewicht, argument, besluitKind, selectie] }

  private static let matrix = Field.reference("matrix", .matrix, "matrix", "matrix", .required)
  private static let criterium = Field.text("criterium", "criterium", "criterion", .required)
  private static let perspective = Field.code("perspectief", "perspectief_matrix", "perspectief", "point of view")

  private static var scoringsmatrix: Kind {
    Kind(
      "scoringsmatrix", "scoringsmatrix", "scoring matrix",
      explained: Phrase(
        nl: "Welke modellen op welke criteria vanuit welke perspectieven gescoord worden, en op welke schaal.",
        en: "Which models are scored on which criteria from which points of view, and on what scale."),
      in: .besluit,
      fields: [
        .reference("matrix", .matrix, "code van de matrix", "code of the matrix", .required),
        .texts("modellen", "modellen", "models", .required),
        .texts("criteria", "criteria", "criteria", .required),
        .texts("perspectieven", "perspectieven", "points of view"),
        .decimal("schaal_min", Bounds.score, "laagste waardering", "lowest rating"),
        .decimal("schaal_max", Bounds.score, "hoogste waardering", "highest rating"),
      ],
      rules: [.ordered("schaal_min", "schaal_max")],
      slot: ["matrix"],
      example: """
        {"criteria":["eenvoud","maatwerk"],"matrix":"M-1","modellen":["inspanning","taak"],"schaal_max":5,"schaal_min":1}
        """)
  }

  private static var matrixscore: Kind {
    Kind(
      "matrixscore", "score in een matrix", "score in a matrix",
      explained: Phrase(
        nl: "De waardering van één model op één criterium; een lege cel is onbekend, geen nul.",
        en: "The rating of one model on one criterion; an empty cell is unknown, not zero."),
      in: .besluit,
      fields: [
        matrix, criterium,
        .text("model", "model", "model", .required),
        perspective,
        .decimal("waardering", Bounds.score, "waardering", "rating"),
        .code("werkgroep", "werkgroep", "werkgroep", "working group"),
      ],
      needs: [.any("waardering", "reden_ontbreekt")],
      slot: ["matrix", "criterium", "model", "perspectief", "werkgroep"],
      example: """
        {"criterium":"eenvoud","matrix":"M-1","model":"taak","perspectief":"gemeente","waardering":4,"werkgroep":"intern"}
        """)
  }

  private static var gewicht: Kind {
    Kind(
      "gewicht", "gewicht van een criterium", "weight of a criterion",
      explained: Phrase(nl: "Hoe zwaar een criterium telt.", en: "How much a criterion counts."),
      in: .besluit,
      fields: [
        matrix, criterium, perspective,
        .decimal("waarde", 0...1_000_000, "gewicht", "weight", .required),
        .text("vastgesteld_door", "vastgesteld door", "set by"),
        .date("datum", "datum", "date"),
      ],
      slot: ["matrix", "criterium", "perspectief"],
      example: #"{"criterium":"eenvoud","matrix":"M-1","waarde":1}"#)
  }

  private static var argument: Kind {
    Kind(
      "argument", "argument", "argument",
      explained: Phrase(
        nl: "Een voor- of nadeel van een model op een criterium.", en: "A point for or against a model on a criterion."),
      in: .besluit,
      fields: [
        matrix, criterium,
        .text("model", "model", "model", .required),
        .text("tekst", "argument", "argument", .required),
        .code("richting", "argumentrichting", "voor of tegen", "for or against"),
      ],
      slot: nil,
      example: """
        {"criterium":"eenvoud","matrix":"M-1","model":"taak","richting":"voor","tekst":"voorbeeld van een argument"}
        """)
  }

  private static var besluitKind: Kind {
    Kind(
      "besluit", "besluit", "decision",
      explained: Phrase(
        nl: "Wat een orgaan over één beslispunt heeft besloten.", en: "What a body decided on one point."),
      in: .besluit,
      fields: [
        .text("beslispunt", "beslispunt", "point", .required),
        .text("orgaan", "orgaan", "body", .required),
        .date("datum", "datum", "date", .required),
        .code("uitkomst", "besluituitkomst", "uitkomst", "outcome", .required),
        .text("voorbehoud", "voorbehoud", "reservation"),
      ],
      slot: ["beslispunt", "orgaan"],
      example: """
        {"beslispunt":"taakgericht inkopen","datum":"2017-02-02","orgaan":"voorbeeldoverleg","uitkomst":"ingestemd"}
        """)
  }

  private static var selectie: Kind {
    Kind(
      "selectie", "selectie", "selection",
      explained: Phrase(
        nl: "Of een kandidaat gekozen is of afviel, bij welke stap en waarom; één feit per kandidaat.",
        en: "Whether a candidate was chosen or dropped, at which step and why; one fact per candidate."),
      in: .besluit,
      fields: [
        .text("selectie", "naam van de selectie", "name of the selection", .required),
        .text("kandidaat", "kandidaat", "candidate", .required),
        .integer("stap", 1...100, "stap", "step"),
        .texts("criteria", "criteria", "criteria"),
        .code("uitkomst", "selectieuitkomst", "uitkomst", "outcome", .required),
        .text("reden", "reden", "reason"),
      ],
      slot: ["selectie", "kandidaat", "stap"],
      example: """
        {"kandidaat":"zeeland","reden":"binnen alle bandbreedtes","selectie":"inspanningsgericht","uitkomst":"gekozen"}
        """)
  }
}
