/// What the interview says, apart from the questions, which stand in its topic lists.
public enum InterviewWords {
  // MARK: Recording

  public static func saved(_ number: String) -> Phrase {
    Phrase(nl: "\(number) staat op schijf.", en: "\(number) is on disk.")
  }

  public static let quoteSaved = Phrase(
    nl: "Citaat staat op schijf; het wacht op vrijgave.", en: "Quote is on disk; it waits for release."
  )

  public static let notSaved = Phrase(
    nl: "Dit antwoord staat niet op schijf. Met /opnieuw wordt hetzelfde antwoord nog eens opgeslagen.",
    en: "This answer is not on disk. /retry saves the same answer once more."
  )

  public static let nothingToRetry = Phrase(
    nl: "Er is niets dat nog opgeslagen moet worden.", en: "There is nothing left to save."
  )

  // MARK: Asking

  public static let nothingTyped = Phrase(
    nl: "Er is niets getypt en niets opgeslagen. Overslaan kan met /over; ? toont alle opdrachten.",
    en: "Nothing was typed and nothing saved. /skip leaves the question open; ? shows all commands."
  )

  public static let whichPeriod = Phrase(
    nl: "Voor welke periode geldt dit getal? (2016, 2016h1, 2016k2 of 2016-03; - als het niet bekend is)",
    en: "For which period does this number hold? (2016, 2016h1, 2016k2 or 2016-03; - if not known)"
  )

  public static func notAPeriod(_ text: String) -> Phrase {
    Phrase(
      nl: "‘\(text)’ is geen periode. Een jaar is 2016, een half jaar 2016h1, een kwartaal 2016k2, een maand 2016-03.",
      en: "‘\(text)’ is no period. A year is 2016, a half year 2016h1, a quarter 2016k2, a month 2016-03."
    )
  }

  public static let endOfBlock = Phrase(
    nl: "een regel die eindigt op \"\"\" sluit het antwoord af", en: "a line that ends in \"\"\" closes the answer"
  )

  public static func allAsked(open: [String]) -> Phrase {
    open.isEmpty
      ? Phrase(nl: "Alle vragen hebben een antwoord.", en: "All questions have an answer.")
      : Phrase(
        nl: "Alle vragen zijn langsgekomen. Nog open: \(open.joined(separator: ", ")).",
        en: "All questions have come by. Still open: \(open.joined(separator: ", "))."
      )
  }

  public static let closing = Phrase(
    nl: "Sluit af met /stop. Nog mogelijk: /naar, /terug, /doorvraag en /citaat.",
    en: "Close with /stop. Still possible: /goto, /back, /followup and /quote."
  )

  public static let noQuestionHere = Phrase(
    nl: "Er staat geen vraag meer open op dit punt; kies er een met /naar, bijvoorbeeld /naar 4.2.",
    en: "No question is being asked here; choose one with /goto, for example /goto 4.2."
  )

  // MARK: Commands

  public static let commands = Phrase(
    nl: """
      /over          deze vraag open laten en verder gaan
      /weetniet      de respondent weet het niet
      /geweigerd     de respondent wil niet antwoorden
      /nvt           niet van toepassing
      /doorvraag T   een eigen vraag T stellen bij het laatste antwoord (of: /doorvraag 4.2 T)
      /citaat T      T vastleggen als citaat, in afwachting van vrijgave
      /terug         naar de vorige vraag; een nieuw antwoord vervangt het oude
      /naar 4.2      naar die vraag; /naar 4 naar dat onderwerp
      /lijst         de onderwerpen en hoe ver het gesprek is
      /opnieuw       een antwoord dat niet opgeslagen kon worden nog eens opslaan
      /stop          stoppen; later verder met veldlog interview resume
      Een regel die eindigt op \\ gaat door op de volgende; \"\"\" begint en eindigt een antwoord van meer regels.
      Een antwoord dat met / begint typt u met //.
      """,
    en: """
      /skip          leave this question open and go on
      /dontknow      the respondent does not know
      /refused       the respondent does not want to answer
      /na            not applicable
      /followup T    ask a question T of your own on the last answer (or: /followup 4.2 T)
      /quote T       record T as a quote that waits for release
      /back          to the question before; a new answer replaces the old one
      /goto 4.2      to that question; /goto 4 to that topic
      /list          the topics and how far the interview is
      /retry         save once more an answer that could not be saved
      /stop          stop; go on later with veldlog interview resume
      A line that ends in \\ goes on in the next; \"\"\" begins and ends an answer of several lines.
      Type an answer that begins with / with //.
      """
  )

  public static func unknownCommand(_ word: String) -> Phrase {
    Phrase(
      nl: "De opdracht \(word) bestaat niet; ? toont ze alle. Een antwoord dat met / begint typt u met //.",
      en: "There is no command \(word); ? shows them all. Type an answer that begins with / with //."
    )
  }

  public static let firstQuestion = Phrase(nl: "Dit is de eerste vraag.", en: "This is the first question.")

  public static func noSuchQuestion(_ number: String) -> Phrase {
    number.isEmpty
      ? Phrase(
        nl: "Typ het nummer erbij, bijvoorbeeld /naar 4.2.", en: "Type the number with it, for example /goto 4.2."
      )
      : Phrase(
        nl: "Vraag \(number) staat niet in deze lijst; /lijst toont de nummers.",
        en: "There is no question \(number) in this list; /list shows the numbers."
      )
  }

  public static let followUpNeedsText = Phrase(
    nl: "Typ de vraag erachter, bijvoorbeeld /doorvraag sinds wanneer?",
    en: "Type the question after it, for example /followup since when?"
  )

  public static let quoteNeedsText = Phrase(
    nl: "Typ het citaat erachter, in de woorden van de respondent.",
    en: "Type the quote after it, in the words of the respondent."
  )

  /// How an answer that is missing is shown.
  public static func missing(_ reason: String) -> String { "(\(reason))" }

  // MARK: Numbers

  public static func notANumber(unit: Phrase) -> Phrase {
    Phrase(nl: "Hier wordt een getal gevraagd, in \(unit.dutch).", en: "A number is asked here, in \(unit.english).")
  }

  public static func unclearNumber(_ typed: String, readings: [String]) -> Phrase {
    let dutch = readings.joined(separator: ", of ")
    let english = readings.map { $0.split(separator: " tot ").joined(separator: " to ") }.joined(separator: ", or ")
    return Phrase(
      nl: "‘\(typed)’ is op meer manieren te lezen: bedoelt u \(dutch)?",
      en: "‘\(typed)’ can be read in more than one way: do you mean \(english)?"
    )
  }

  public static func brokenNumber(_ typed: String, unit: Phrase) -> Phrase {
    Phrase(
      nl:
        "‘\(typed)’ is geen goed geschreven aantal \(unit.dutch); schrijf het als 1.204 of 1204, met een komma voor decimalen.",
      en:
        "‘\(typed)’ is not well written as a number of \(unit.english); write it as 1204, with a comma before decimals."
    )
  }

  public static func extraWords(_ words: String) -> Phrase {
    Phrase(
      nl: "Achter het getal staat ‘\(words)’, wat geen eenheid of periode van deze vraag is.",
      en: "After the number stands ‘\(words)’, which is no unit or period of this question."
    )
  }

  public static let sameAgainKeepsText = Phrase(
    nl: "Dezelfde regel nog eens typen bewaart hem als tekst.", en: "Typing the same line again keeps it as text."
  )

  // MARK: A file of answers

  /// The comment that begins a blank file of answers.
  public static func templateIntroduction(title: Phrase, reference: String) -> [Phrase] {
    [
      title + Phrase(same: " (\(reference))"),
      Phrase(same: ""),
      Phrase(nl: "Schrijf elk antwoord achter zijn nummer.", en: "Write each answer after its number."),
      Phrase(
        nl: "Een antwoord mag doorlopen; laat regels die op een nummer lijken inspringen.",
        en: "An answer may run on; indent lines that look like a number."
      ),
      Phrase(nl: "Regels die met # beginnen tellen niet mee.", en: "Lines that begin with # do not count."),
      Phrase(
        nl: "In plaats van een antwoord: /weetniet /geweigerd /nvt /over (of niets).",
        en: "In the place of an answer: /dontknow /refused /na /skip (or nothing)."
      ),
      Phrase(
        nl: "Bij een antwoord, op een eigen regel: /doorvraag uw vraag, met het antwoord op de regel daaronder,",
        en: "With an answer, on a line of its own: /followup your question, with its answer on the line below,"
      ),
      Phrase(nl: "en /citaat woorden van de respondent.", en: "and /quote words of the respondent."),
    ]
  }

  /// What a question that asks a number wants, in a blank file of answers.
  public static func templateNumber(unit: Phrase) -> Phrase {
    Phrase(
      nl: "een getal in \(unit.dutch) en de periode, bijvoorbeeld 12 2016 of 12 2016k2; - als die niet bekend is",
      en: "a number in \(unit.english) and the period, for example 12 2016 or 12 2016k2; - if that is not known"
    )
  }

  public static func inLine(_ line: Int, _ phrase: Phrase) -> Phrase {
    Phrase(nl: "regel \(line): \(phrase.dutch)", en: "line \(line): \(phrase.english)")
  }

  public static func answeredTwice(_ number: String, firstLine: Int) -> Phrase {
    Phrase(
      nl: "vraag \(number) is op regel \(firstLine) al beantwoord.",
      en: "question \(number) was answered on line \(firstLine) already."
    )
  }

  public static let textBeforeQuestions = Phrase(
    nl: "deze tekst hoort bij geen vraag; begin met een nummer, bijvoorbeeld 4.2:",
    en: "this text belongs to no question; begin with a number, for example 4.2:"
  )

  public static func unknownQuestionInFile(_ number: String) -> Phrase {
    Phrase(
      nl: "vraag \(number) staat niet in deze lijst. Hoort de regel bij het antwoord erboven, laat hem dan inspringen.",
      en: "there is no question \(number) in this list. If the line belongs to the answer above it, indent it."
    )
  }

  public static func notInAFile(_ word: String) -> Phrase {
    Phrase(
      nl: "\(word) kan niet in een bestand; wel /weetniet, /geweigerd, /nvt, /over, /doorvraag en /citaat.",
      en: "\(word) cannot stand in a file; /dontknow, /refused, /na, /skip, /followup and /quote can."
    )
  }

  public static let textAfterCommand = Phrase(
    nl: "na een woord als /weetniet of /citaat staat nog tekst; laat het woord of de tekst weg.",
    en: "text follows a word such as /dontknow or /quote; leave out the word or the text."
  )

  public static let missingPeriod = Phrase(
    nl: "achter het getal ontbreekt de periode, bijvoorbeeld 2016 of 2016k2; - als die niet bekend is.",
    en: "the period is missing after the number, for example 2016 or 2016k2; - if that is not known."
  )

  // MARK: Codes of respondents

  public static let codeEmpty = Phrase(nl: "De code is leeg.", en: "The code is empty.")

  public static func codeHasSpace(_ code: String) -> Phrase {
    Phrase(
      nl:
        "‘\(code)’ bevat een spatie. Een respondent heeft een code, zoals R16; de naam hoort in het eigen log (prive).",
      en:
        "‘\(code)’ has a space in it. A respondent has a code, such as R16; the name belongs in the private log (prive)."
    )
  }

  public static func codeLooksLikeName(_ code: String) -> Phrase {
    Phrase(
      nl: "‘\(code)’ lijkt op een naam. Een code is een paar letters en een nummer, zoals R16 of zee-R3; "
        + "de naam hoort in het eigen log (prive).",
      en: "‘\(code)’ looks like a name. A code is a few letters and a number, such as R16 or zee-R3; "
        + "the name belongs in the private log (prive)."
    )
  }

  public static func codeHasCharacter(_ code: String, _ character: String) -> Phrase {
    Phrase(
      nl: "‘\(code)’ bevat ‘\(character)’. Een code bestaat uit letters, cijfers en streepjes, zoals R16 of zee-R3.",
      en: "‘\(code)’ has ‘\(character)’ in it. A code is made of letters, digits and hyphens, such as R16 or zee-R3."
    )
  }
}
