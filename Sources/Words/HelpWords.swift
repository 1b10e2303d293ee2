/// What help says.
public enum HelpWords {
  public static let title = Phrase(
    nl: "veldlog - gegevens uit de jeugdhulp verzamelen zonder netwerk, en delen als bestanden",
    en: "veldlog - collect data in youth care without a network, and share it as files")
  public static let usage = Phrase(
    nl: "veldlog [--dir MAP] [--lang nl|en] [--format table|json|csv|markdown] [--no-color] [--ascii] OPDRACHT …",
    en: "veldlog [--dir FOLDER] [--lang nl|en] [--format table|json|csv|markdown] [--no-color] [--ascii] COMMAND …")
  public static let commands = Phrase(nl: "Opdrachten", en: "Commands")
  public static let options = Phrase(nl: "Opties", en: "Options")
  public static let examples = Phrase(nl: "Voorbeelden", en: "Examples")
  public static let more = Phrase(
    nl: "'veldlog help OPDRACHT' geeft uitleg met voorbeelden; 'veldlog demo' laat alles zien in een eigen map",
    en: "'veldlog help COMMAND' explains with examples; 'veldlog demo' shows everything in a folder of its own")
  public static let exits = Phrase(
    nl: "Uitgang: 0 gedaan, 1 geweigerd of mislukt, 2 verkeerd getypt, 3 gedaan maar er is iets opzijgezet",
    en: "Exit: 0 done, 1 refused or failed, 2 wrong usage, 3 done but something was set aside")

  // MARK: init, invite, trust

  public static let initialize = Phrase(
    nl: "begin een werkruimte, of doe mee met een bestaande", en: "found a workspace, or join one")
  public static let workspaceOption = Phrase(nl: "naam van de nieuwe werkruimte", en: "name of the new workspace")
  public static let inviteOption = Phrase(
    nl: "uitnodiging van een lid, om mee te doen", en: "invitation of a member, to join")
  public static let regioOption = Phrase(
    nl: "eigen jeugdregio, code of naam", en: "own youth-care region, code or name")
  public static let nameOption = Phrase(
    nl: "hoe dit apparaat of deze functie heet; andere leden zien het",
    en: "what to call this device or function; other members see it")
  public static let initNote = Phrase(
    nl:
      "Maakt in de map van --dir (anders de huidige) een exemplaar met een eigen logboek en sleutel. Een exemplaar hoort op één apparaat: kopieer de map niet naar een tweede, maar doe daar mee met een uitnodiging.",
    en:
      "Makes an instance in the folder of --dir (else the current one), with its own log and key. An instance belongs on one device: do not copy the folder to a second one, but join there with an invitation."
  )
  public static let initExample = Phrase(nl: "een nieuwe werkruimte in deze map", en: "a new workspace in this folder")
  public static let joinExample = Phrase(nl: "meedoen vanuit een andere regio", en: "join from another region")
  public static let invite = Phrase(nl: "toon wat een nieuwe deelnemer nodig heeft", en: "print what a newcomer needs")
  public static let inviteNote = Phrase(
    nl: "De uitnodiging bevat geen geheim: toegelaten wordt iemand pas met 'veldlog trust add'.",
    en: "The invitation holds no secret: nobody is admitted before 'veldlog trust add'.")
  public static let inviteExample = Phrase(nl: "bewaar de uitnodiging als bestand", en: "keep the invitation as a file")
  public static let trust = Phrase(
    nl: "toon, laat toe of trek in: wie telt mee", en: "list, admit or revoke: whose facts count")
  public static let rolOption = Phrase(
    nl: "beheerder, onderzoeker (gewoon) of lezer",
    en: "beheerder (admits others), onderzoeker (usual) or lezer (reads)")
  public static let trustNote = Phrase(
    nl:
      "Toelaten mag voor of nadat er iets van dat logboek is ontvangen. Wat van een onbekende komt, wordt bewaard en telt pas na toelating.",
    en:
      "Admitting works before or after anything of that log has arrived. What comes from a stranger is kept, and counts once admitted."
  )
  public static let trustListExample = Phrase(nl: "wie doet mee", en: "who takes part")
  public static let trustAddExample = Phrase(
    nl: "laat een logboek toe als onderzoeker", en: "admit a log as onderzoeker")

  // MARK: record, correct, retract, resolve

  public static let record = Phrase(nl: "leg één feit vast", en: "record one fact")
  public static let replacesOption = Phrase(
    nl: "feit waarvoor dit in de plaats komt", en: "fact that this takes the place of")
  public static let audienceOption = Phrase(
    nl: "wie het mag lezen: gedeeld, regio (alleen leden van uw regio) of prive (alleen hier)",
    en: "who may read it: gedeeld (all members), regio (members of your region) or prive (this disk only)")
  public static let recordRegionExample = Phrase(
    nl: "alleen voor leden van uw eigen regio; gaat nooit onversleuteld mee",
    en: "for members of your own region only; never leaves in clear")
  public static let recordNote = Phrase(
    nl:
      "'Vastgelegd' verschijnt pas als het op schijf staat. Hetzelfde nog eens vastleggen schrijft niets. 'veldlog codebook SOORT' legt de velden uit.",
    en:
      "'Recorded' appears only once it is on disk. Recording the same again writes nothing. 'veldlog codebook KIND' explains the fields."
  )
  public static let recordStartExample = Phrase(nl: "een traject begint", en: "a trajectory starts")
  public static let recordEndExample = Phrase(nl: "en eindigt volgens plan", en: "and ends as planned")
  public static let recordScoreExample = Phrase(nl: "een cijfer van de jeugdige", en: "a mark from the young person")
  public static let correct = Phrase(nl: "verbeter een feit, met reden", en: "correct a fact, with a reason")
  public static let reasonOption = Phrase(nl: "waarom; blijft bij het feit staan", en: "why; it stays with the fact")
  public static let correctNote = Phrase(
    nl:
      "Het oude feit blijft leesbaar en geldt niet meer. Een veld zonder waarde (veld=) vervalt. Op een feit in een conflict beslist dit het conflict.",
    en:
      "The old fact stays readable and no longer holds. A field without a value (field=) goes. On a fact in a conflict this settles the conflict."
  )
  public static let correctExample = Phrase(nl: "een andere reden van beëindiging", en: "another reason for ending")
  public static let retract = Phrase(nl: "trek een feit in, met reden", en: "retract a fact, with a reason")
  public static let retractNote = Phrase(
    nl: "Het feit blijft leesbaar in het logboek; voor de cijfers is het er niet.",
    en: "The fact stays readable in the log; for the figures it is not there.")
  public static let retractExample = Phrase(nl: "dubbel ingevoerd", en: "entered twice")
  public static let resolve = Phrase(
    nl: "beslis conflicten: dit feit is juist", en: "settle conflicts: this fact is right")
  public static let resolveNote = Phrase(
    nl:
      "Legt het gekozen feit opnieuw vast in de plaats van alle die het tegenspreken. Anderen zien de beslissing na de volgende bundel.",
    en:
      "Records the chosen fact again in the place of all that contradict it. Others see the decision after the next bundle."
  )
  public static let resolveExample = Phrase(nl: "kies het feit van de ander", en: "choose the other's fact")
  public static let conflicts = Phrase(nl: "toon wat elkaar tegenspreekt", en: "show what contradicts")
  public static let conflictsNote = Phrase(
    nl: "Beide waarden blijven staan. Voor de cijfers telt er één (▸), volgens een vaste regel, tot iemand kiest.",
    en: "Both values stay. For the figures one counts (▸), by a fixed rule, until someone chooses.")
  public static let conflictsExample = Phrase(nl: "de werklijst", en: "the work list")

  // MARK: bundles

  public static let bundle = Phrase(nl: "wissel feiten uit als bestand", en: "exchange facts as a file")
  public static let plainOption = Phrase(nl: "in klare tekst", en: "in clear")
  public static let outputOption = Phrase(
    nl: "naam van het nieuwe bestand (ook: -o)", en: "name of the new file (also: -o)")
  public static let bundleNote = Phrase(
    nl:
      "Een bundel is ondertekend en mag langs elke weg, in elke volgorde en vaker dan eens aankomen. Bij het toepassen wordt eerst alles gecontroleerd en dan pas geschreven. Het prive-logboek gaat nooit mee.",
    en:
      "A bundle is signed, and may arrive along any way, in any order and more than once. Applying checks everything before it writes anything. The private log never goes along."
  )
  public static let createExample = Phrase(nl: "voor alle leden, versleuteld", en: "for all members, encrypted")
  public static let inspectExample = Phrase(nl: "wat zit erin, van wie", en: "what is in it, and from whom")
  public static let applyExample = Phrase(nl: "neem het op, in willekeurige volgorde", en: "take it in, in any order")

  // MARK: looking

  public static let status = Phrase(nl: "hoe staat dit exemplaar ervoor", en: "where this instance stands")
  public static let statusNote = Phrase(
    nl: "Gelijke vingerafdrukken betekenen: dezelfde feiten, leden en conflicten.",
    en: "Equal fingerprints mean: the same facts, members and conflicts.")
  public static let statusExample = Phrase(nl: "stand van zaken", en: "state of affairs")
  public static let verify = Phrase(nl: "controleer elke regel van elk logboek", en: "check every line of every log")
  public static let verifyNote = Phrase(
    nl: "Noemt van elke fout het bestand, de regel en de byte, en gaat verder bij het volgende controlepunt.",
    en: "Names file, line and byte of every fault, and goes on at the next checkpoint.")
  public static let verifyExample = Phrase(nl: "alles nalopen", en: "check everything")
  public static let log = Phrase(nl: "toon wat is vastgelegd", en: "show what was recorded")
  public static let ofOption = Phrase(nl: "alleen feiten met deze waarde", en: "only facts with this value")
  public static let allOption = Phrase(
    nl: "ook regels van de opbouw (leden, controlepunten)", en: "also structural lines (members, checkpoints)")
  public static let logNote = Phrase(
    nl: "Toont ook wat is vervangen. De verwijzing links is te gebruiken bij correct en retract.",
    en: "Shows what was replaced, too. The reference on the left is for correct and retract.")
  public static let logExample = Phrase(nl: "alle feiten", en: "all facts")
  public static let logOfExample = Phrase(nl: "alles over één traject", en: "all about one trajectory")
  public static let codebook = Phrase(
    nl: "alle soorten feiten, velden en codes", en: "all kinds of facts, fields and codes")
  public static let codebookNote = Phrase(
    nl: "Werkt ook buiten een werkruimte.", en: "Works outside a workspace, too.")
  public static let codebookExample = Phrase(nl: "alles", en: "everything")
  public static let codebookKindExample = Phrase(nl: "één soort", en: "one kind")
  public static let codebookListExample = Phrase(nl: "één codelijst", en: "one code list")

  // MARK: figures

  public static let query = Phrase(
    nl: "reken indicatoren uit, met teller, noemer en interval",
    en: "compute indicators, with numerator, denominator and interval")
  public static let aQuestion = Phrase(
    nl: "een vraag, zoals 'uitval_breed per aanbieder'", en: "a question, such as 'uitval_breed per aanbieder'")
  public static let queryNote = Phrase(
    nl: "Indicatoren: uitval_smal, uitval_breed, doelrealisatie, tevredenheid, terugstroom, wachttijd, instroom en "
      + "meer; 'veldlog indicators' noemt ze alle, met hun definitie. Verdelingen en voorwaarden: regio, gemeente, aanbieder, "
      + "inkoopmethode, beginsel, hulpvorm, profiel, intensiteit, verwijzer, leeftijdsgroep, informant, reden, log, "
      + "maand, kwartaal, halfjaar, jaar. Perioden: 2016, 2016h1, 2016k2, 2016-03. De woorden mogen ook Engels zijn: by, "
      + "where, and, order by, desc, limit. Tellen doen alleen feiten van toegelaten leden.",
    en: "Indicators: uitval_smal, uitval_breed, doelrealisatie, tevredenheid, terugstroom, wachttijd, instroom and "
      + "more; 'veldlog indicators' names them all, with their definitions. Dimensions and conditions: regio, gemeente, "
      + "aanbieder, inkoopmethode, beginsel, hulpvorm, profiel, intensiteit, verwijzer, leeftijdsgroep, informant, reden, "
      + "log, maand, kwartaal, halfjaar, jaar. Periods: 2016, 2016h1, 2016k2, 2016-03. The words may be Dutch or English: "
      + "per, waar, en, sorteer op, aflopend, top. Only facts of admitted members count.")
  public static let queryExample = Phrase(nl: "uitval per aanbieder", en: "drop-out per provider")
  public static let queryPeriodExample = Phrase(
    nl: "twee indicatoren naar regio en kwartaal", en: "two indicators by region and quarter")
  public static let queryEnglishExample = Phrase(nl: "met Engelse woorden", en: "with English words")

  // MARK: the shell

  public static let completion = Phrase(
    nl: "vul opdrachten aan in de shell", en: "complete commands in the shell")
  public static let completionNote = Phrase(
    nl: "Schrijft het script naar de standaarduitvoer; zet het waar de shell het vindt.",
    en: "Writes the script to standard output; put it where the shell finds it.")
  public static let bashExample = Phrase(nl: "voor bash", en: "for bash")
  public static let fishExample = Phrase(nl: "voor fish", en: "for fish")
  public static let aShell = Phrase(nl: "bash, zsh of fish", en: "bash, zsh or fish")
}
