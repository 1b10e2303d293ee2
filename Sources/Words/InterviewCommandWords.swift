/// What the interview command says around the dialogue.
public enum InterviewCommandWords {
  public static let summary = Phrase(
    nl: "neem een interview af, volgens een topiclijst", en: "take an interview, by a topic list")
  public static let note = Phrase(
    nl: "Elk antwoord staat op schijf voordat de volgende vraag verschijnt. Stop met /stop, Ctrl-D of een lege accu: "
      + "'interview resume' gaat verder. Binnen het gesprek toont ? alle opdrachten (weet niet, geweigerd, doorvraag, "
      + "citaat, terug). Respondenten zijn codes; hun naam legt u vast met 'veldlog record respondent_naam', en die "
      + "verlaat deze schijf niet.",
    en: "Each answer is on disk before the next question appears. Stop with /stop, Ctrl-D or a flat battery: "
      + "'interview resume' goes on. During the talk ? shows all commands (don't know, refused, follow-up, quote, "
      + "back). Respondents are codes; record their name with 'veldlog record respondent_naam', which never leaves "
      + "this disk.")
  public static let listOption = Phrase(nl: "topiclijst: regio of aanbieder", en: "topic list: regio or aanbieder")
  public static let codeOption = Phrase(
    nl: "code van het interview; anders de volgende vrije", en: "the interview's code; else the next free one")
  public static let respondentOption = Phrase(
    nl: "code van een respondent, vaker te geven", en: "a respondent's code, may be repeated")
  public static let dateOption = Phrase(nl: "datum; anders vandaag", en: "date; else today")
  public static let answersOption = Phrase(
    nl: "neem de antwoorden uit een bestand ('interview template' maakt een leeg)",
    en: "take the answers from a file ('interview template' makes a blank one)")
  public static let outcomeOption = Phrase(
    nl: "akkoord, gewijzigd of geen_reactie", en: "akkoord (agreed), gewijzigd (changed) or geen_reactie (no answer)")
  public static let newExample = Phrase(nl: "een gesprek in de terminal", en: "a talk in the terminal")
  public static let resumeExample = Phrase(nl: "ga verder waar het ophield", en: "go on where it stopped")
  public static let templateExample = Phrase(nl: "een leeg antwoordenbestand", en: "a blank file of answers")
  public static let fileExample = Phrase(nl: "antwoorden uit een bestand", en: "answers from a file")
  public static let checkExample = Phrase(nl: "de respondent is akkoord", en: "the respondent agrees")

  public static let word = Phrase(
    nl: "new, resume, list, show, check of template", en: "new, resume, list, show, check or template")
  public static let aRespondent = Phrase(nl: "--respondent CODE", en: "--respondent CODE")
  public static let aCode = Phrase(nl: "de code van een interview", en: "the code of an interview")

  public static func started(_ code: String, _ title: Phrase) -> Phrase {
    Phrase(nl: "Interview \(code)  ·  ", en: "Interview \(code)  ·  ") + title
      + Phrase(nl: "  ·  ? toont de opdrachten", en: "  ·  ? shows the commands")
  }

  public static func exists(_ code: String) -> Phrase {
    Phrase(
      nl: "interview \(code) bestaat al; ga verder met 'veldlog interview resume \(code)'",
      en: "interview \(code) exists already; go on with 'veldlog interview resume \(code)'")
  }

  public static func unknown(_ code: String) -> Phrase {
    Phrase(
      nl: "er is geen interview \(code); 'veldlog interview list' noemt ze",
      en: "there is no interview \(code); 'veldlog interview list' names them")
  }

  public static let noneOpen = Phrase(
    nl: "er is geen interview om mee verder te gaan; begin met 'veldlog interview new'",
    en: "there is no interview to go on with; start with 'veldlog interview new'")

  public static func unknownList(_ name: String) -> Phrase {
    Phrase(
      nl: "er is geen topiclijst '\(name)'; wel: regio, aanbieder",
      en: "there is no topic list '\(name)'; there are: regio, aanbieder")
  }

  public static func stopped(_ code: String, answered: Int, of total: Int) -> Phrase {
    Phrase(
      nl: "Interview \(code): \(answered) van \(total) vragen beantwoord, alles staat op schijf."
        + (answered < total ? "\nverder: veldlog interview resume \(code)" : ""),
      en: "Interview \(code): \(answered) of \(total) questions answered, all on disk."
        + (answered < total ? "\ngo on: veldlog interview resume \(code)" : ""))
  }

  public static func notRecorded(_ problem: Phrase) -> Phrase {
    Phrase(nl: "niet vastgelegd: ", en: "not recorded: ") + problem
  }

  public static func fileHasProblems(_ count: Int) -> Phrase {
    Phrase(
      nl: count == 1 ? "1 regel is overgeslagen" : "\(count) regels zijn overgeslagen",
      en: count == 1 ? "1 line was passed over" : "\(count) lines were passed over")
  }

  public static func recordedFromFile(_ recorded: Int, _ known: Int) -> Phrase {
    Phrase(nl: "\(recorded) vastgelegd, \(known) al bekend", en: "\(recorded) recorded, \(known) known already")
  }

  public static func earlier(_ text: String) -> Phrase {
    Phrase(nl: "nu: \(text)", en: "now: \(text)")
  }

  public static func unit(_ unit: Phrase) -> Phrase {
    Phrase(nl: "een getal in ", en: "a number in ") + unit
  }

  public static let answer = Phrase(nl: "antwoord", en: "answer")
  public static let code = Phrase(nl: "interview", en: "interview")
  public static let respondents = Phrase(nl: "respondenten", en: "respondents")
  public static let datum = Phrase(nl: "datum", en: "date")
  public static let list = Phrase(nl: "topiclijst", en: "topic list")
  public static let answered = Phrase(nl: "beantwoord", en: "answered")
  public static let quotes = Phrase(nl: "citaten", en: "quotes")
  public static let check = Phrase(nl: "controle", en: "check")
  public static let empty = Phrase(
    nl: "er zijn nog geen interviews; begin met 'veldlog interview new --respondent R1'",
    en: "there are no interviews yet; start with 'veldlog interview new --respondent R1'")
}
