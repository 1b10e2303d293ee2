import Words

extension TopicList {
  /// For those who buy and steer youth care in a region: nine topics, 33 questions.
  public static let regio = TopicList(
    id: "regio",
    version: 1,
    title: Phrase(nl: "Gesprek met een regio", en: "Interview with a region"),
    topics: [
      Topic(
        1, "regioverband", Phrase(nl: "Regioverband", en: "Regional cooperation"),
        [
          Question(
            "1.1",
            Phrase(
              nl: "Hoe is de samenwerking rond jeugdhulp in de regio georganiseerd?",
              en: "How is the cooperation on youth care organised in the region?"
            ),
            probes: [
              Phrase(
                nl: "welke taken liggen bij de regio, welke bij de gemeenten",
                en: "tasks of the region, of each gemeente"),
              Phrase(nl: "sinds wanneer in deze vorm", en: "since when in this form"),
            ]
          ),
          Question(
            "1.2",
            Phrase(
              nl: "Hoe komen de gemeenten samen tot een besluit?",
              en: "How do the gemeenten reach a decision together?"
            ),
            probes: [Phrase(nl: "een recent voorbeeld", en: "a recent example")]
          ),
          Question(
            "1.3",
            Phrase(
              nl: "Wat brengt het regioverband de gemeenten, en wat vraagt het van hen?",
              en: "What does the cooperation bring the gemeenten, and what does it ask of them?"
            )
          ),
          Question(
            "1.4",
            Phrase(
              nl: "Welke veranderingen in het regioverband zijn in gesprek, als die er zijn?",
              en: "Which changes to the cooperation are under discussion, if any?"
            )
          ),
        ]
      ),
      Topic(
        2, "solidariteitsbeginsel", Phrase(nl: "Solidariteitsbeginsel", en: "Sharing of costs"),
        [
          Question(
            "2.1",
            Phrase(
              nl: "Hoe worden de kosten van jeugdhulp over de gemeenten verdeeld?",
              en: "How are the costs of youth care divided among the gemeenten?"
            ),
            probes: [
              Phrase(nl: "naar gebruik, samen gedragen, of een mengvorm", en: "by use, borne together, or a mixture"),
              Phrase(nl: "de verdeelsleutel", en: "the key used"),
            ]
          ),
          Question(
            "2.2",
            Phrase(nl: "Hoe is de regio tot deze verdeling gekomen?", en: "How did the region come to this division?")
          ),
          Question(
            "2.3",
            Phrase(
              nl: "Welke ervaringen zijn er tot nu toe met deze verdeling?",
              en: "What has been the experience with this division so far?"
            )
          ),
        ]
      ),
      Topic(
        3, "regionaal_team", Phrase(nl: "Regionaal team", en: "Regional team"),
        [
          Question(
            "3.1",
            Phrase(
              nl: "Welke taken heeft het regionale team voor inkoop en contractbeheer?",
              en: "What are the tasks of the regional team for purchasing and contracts?"
            )
          ),
          Question(
            "3.2",
            Phrase(
              nl: "Hoeveel fte werkt er in het regionale team?", en: "How many fte work in the regional team?"
            ),
            probes: [Phrase(nl: "vast en ingehuurd", en: "employed and hired")],
            asks: .number(.fte)
          ),
          Question(
            "3.3",
            Phrase(
              nl: "Hoe is het werk verdeeld tussen het regionale team en de gemeenten zelf?",
              en: "How is the work divided between the regional team and the gemeenten themselves?"
            )
          ),
          Question(
            "3.4",
            Phrase(
              nl: "Hoe houdt het regionale team contact met de aanbieders?",
              en: "How does the regional team keep in contact with the providers?"
            ),
            probes: [Phrase(nl: "hoe vaak, met wie, waarover", en: "how often, with whom, about what")]
          ),
        ]
      ),
      Topic(
        4, "frontlinie", Phrase(nl: "Frontlinie", en: "Front line"),
        [
          Question(
            "4.1",
            Phrase(nl: "Hoe is de toegang tot jeugdhulp ingericht?", en: "How is access to youth care set up?"),
            probes: [
              Phrase(
                nl: "wijkteams, huisartsen, gecertificeerde instellingen",
                en: "local teams, doctors, certified institutions")
            ]
          ),
          Question(
            "4.2",
            Phrase(nl: "Hoeveel fte werkt er in de frontlinie?", en: "How many fte work in the front line?"),
            probes: [Phrase(nl: "welke functies zijn meegeteld", en: "which functions are counted")],
            asks: .number(.fte)
          ),
          Question(
            "4.3",
            Phrase(
              nl: "Welke ruimte heeft de frontlinie om zelf over de inzet van hulp te beslissen?",
              en: "What room does the front line have to decide on help itself?"
            )
          ),
          Question(
            "4.4",
            Phrase(
              nl: "Hoe werkt de frontlinie samen met aanbieders en andere verwijzers?",
              en: "How does the front line work with providers and others who refer?"
            )
          ),
        ]
      ),
      Topic(
        5, "inkoopsystematiek", Phrase(nl: "Inkoopsystematiek", en: "Way of purchasing"),
        [
          Question(
            "5.1",
            Phrase(
              nl: "Volgens welke methode of methoden koopt de regio specialistische jeugdhulp in?",
              en: "By which method or methods does the region purchase specialist youth care?"
            ),
            probes: [
              Phrase(nl: "inspanningsgericht, outputgericht, taakgericht", en: "paid by effort, by output, by task"),
              Phrase(nl: "verschil tussen soorten hulp", en: "differences between kinds of help"),
            ]
          ),
          Question(
            "5.2",
            Phrase(
              nl: "Welke overwegingen speelden bij die keuze een rol?",
              en: "Which considerations played a part in that choice?")
          ),
          Question(
            "5.3",
            Phrase(
              nl: "Hoe komt een prijs of budget tot stand, en wat is daarvan vooraf bekend?",
              en: "How is a price or budget set, and what of it is known beforehand?"
            )
          ),
          Question(
            "5.4",
            Phrase(
              nl: "Hoe stuurt de regio tijdens de looptijd van een contract?",
              en: "How does the region steer while a contract runs?"
            ),
            probes: [
              Phrase(nl: "welke gegevens, welke gesprekken", en: "which data, which talks"),
              Phrase(nl: "wat volgt er op een afwijking", en: "what follows a deviation"),
            ]
          ),
          Question(
            "5.5",
            Phrase(
              nl: "Hoeveel aanbieders van specialistische jeugdhulp hebben een contract?",
              en: "How many providers of specialist youth care have a contract?"
            ),
            asks: .number(.aanbieders)
          ),
        ]
      ),
      Topic(
        6, "effectiviteit",
        Phrase(
          nl: "Effectiviteit: doelrealisatie, cliënttevredenheid, uitval",
          en: "Effectiveness: goals reached, client satisfaction, uitval"
        ),
        [
          Question(
            "6.1",
            Phrase(
              nl: "Hoe wordt vastgesteld of de doelen van de hulp zijn bereikt, als dat gebeurt?",
              en: "How is it established whether the goals of the help were reached, if it is?"
            ),
            probes: [Phrase(nl: "wie meet, wanneer, waarmee", en: "who measures, when, with what")]
          ),
          Question(
            "6.2",
            Phrase(
              nl: "Hoe wordt de tevredenheid van jeugdigen en ouders gemeten, als dat gebeurt?",
              en: "How is the satisfaction of young people and parents measured, if it is?"
            ),
            probes: [Phrase(nl: "respons, jeugdigen en ouders apart", en: "response, young people and parents apart")]
          ),
          Question(
            "6.3",
            Phrase(
              nl: "Wat verstaat de regio onder uitval, en wat wordt daarover bijgehouden?",
              en: "What does the region understand by uitval, and what is recorded about it?"
            )
          ),
          Question(
            "6.4",
            Phrase(
              nl: "Wat is er bekend over jeugdigen die na afloop opnieuw hulp krijgen?",
              en: "What is known about young people who get help again afterwards?"
            )
          ),
          Question(
            "6.5",
            Phrase(
              nl: "Wat gebeurt er met de uitkomsten van deze metingen?",
              en: "What happens with the outcomes of these measurements?"
            ),
            probes: [Phrase(nl: "wie ziet ze, welke besluiten volgen", en: "who sees them, which decisions follow")]
          ),
        ]
      ),
      Topic(
        7, "keuzevrijheid", Phrase(nl: "Keuzevrijheid", en: "Freedom of choice"),
        [
          Question(
            "7.1",
            Phrase(
              nl: "Welke keuze hebben jeugdigen en ouders tussen aanbieders?",
              en: "What choice do young people and parents have between providers?"
            )
          ),
          Question(
            "7.2",
            Phrase(
              nl: "Welke informatie over aanbieders is er voor jeugdigen, ouders en verwijzers?",
              en: "What information on providers is there for young people, parents and those who refer?"
            )
          ),
          Question(
            "7.3",
            Phrase(
              nl: "Hoe en wanneer kunnen nieuwe aanbieders toetreden?",
              en: "How and when can new providers join?"
            )
          ),
        ]
      ),
      Topic(
        8, "cijfers", Phrase(nl: "Cijfers", en: "Figures"),
        [
          Question(
            "8.1",
            Phrase(
              nl: "Hoeveel trajecten specialistische jeugdhulp waren er in de regio?",
              en: "How many trajecten of specialist youth care were there in the region?"
            ),
            probes: [Phrase(nl: "trajecten of jeugdigen geteld", en: "trajecten or young people counted")],
            asks: .number(.trajecten)
          ),
          Question(
            "8.2",
            Phrase(
              nl: "Hoe groot was het budget voor jeugdhulp in de regio?",
              en: "How large was the budget for youth care in the region?"
            ),
            probes: [Phrase(nl: "wat valt erbinnen en wat erbuiten", en: "what is in it and what is not")],
            asks: .number(.euro)
          ),
          Question(
            "8.3",
            Phrase(
              nl: "Hoeveel daarvan ging naar persoonsgebonden budgetten?",
              en: "How much of that went to personal budgets?"
            ),
            asks: .number(.euro)
          ),
        ]
      ),
      Topic(
        9, "administratieve_lasten", Phrase(nl: "Administratieve lasten", en: "Administrative burden"),
        [
          Question(
            "9.1",
            Phrase(
              nl: "Welk administratief werk brengt deze manier van inkopen mee voor de regio en de gemeenten?",
              en: "What administrative work does this way of purchasing bring the region and the gemeenten?"
            ),
            probes: [
              Phrase(nl: "contracteren, berichtenverkeer", en: "contracts, messages"),
              Phrase(
                nl: "sturing en verantwoording, declaratie en facturatie",
                en: "steering and accounts, claims and invoices"),
            ]
          ),
          Question(
            "9.2",
            Phrase(
              nl: "Hoeveel fte is met dat werk gemoeid?", en: "How many fte does that work take?"
            ),
            probes: [Phrase(nl: "bij de regio en bij de gemeenten", en: "at the region and at the gemeenten")],
            asks: .number(.fte)
          ),
        ]
      ),
    ]
  )
}
