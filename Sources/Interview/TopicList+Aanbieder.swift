import Words

extension TopicList {
  /// For providers of youth care: the same nine topics from their side, 33 questions.
  public static let aanbieder = TopicList(
    id: "aanbieder",
    version: 1,
    title: Phrase(nl: "Gesprek met een aanbieder", en: "Interview with a provider"),
    topics: [
      Topic(
        1, "regioverband", Phrase(nl: "Regioverband", en: "Regional cooperation"),
        [
          Question(
            "1.1",
            Phrase(
              nl: "Voor hoeveel jeugdhulpregio's werkt uw organisatie?",
              en: "For how many youth care regions does your organisation work?"
            ),
            asks: .number(.regios)
          ),
          Question(
            "1.2",
            Phrase(
              nl: "Wat merkt uw organisatie van de samenwerking tussen gemeenten?",
              en: "What does your organisation notice of the cooperation between gemeenten?"
            )
          ),
          Question(
            "1.3",
            Phrase(
              nl: "Welke verschillen ziet u tussen de regio's waarvoor u werkt, als die er zijn?",
              en: "Which differences do you see between the regions you work for, if any?"
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
              nl: "Wat merkt uw organisatie van de manier waarop gemeenten de kosten onderling verdelen?",
              en: "What does your organisation notice of the way gemeenten divide the costs among themselves?"
            )
          ),
          Question(
            "2.2",
            Phrase(
              nl: "Hoe gaat het wanneer het geld van een gemeente of regio voor dat jaar op is?",
              en: "What happens when the money of a gemeente or region for that year has run out?"
            ),
            probes: [Phrase(nl: "een voorbeeld, als het is voorgekomen", en: "an example, if it has occurred")]
          ),
        ]
      ),
      Topic(
        3, "regionaal_team", Phrase(nl: "Regionaal team", en: "Regional team"),
        [
          Question(
            "3.1",
            Phrase(
              nl: "Hoe verloopt het contact tussen uw organisatie en het regionale team?",
              en: "How does the contact between your organisation and the regional team go?"
            )
          ),
          Question(
            "3.2",
            Phrase(
              nl: "Waarover gaan de gesprekken met de regio, en hoe vaak zijn ze er?",
              en: "What are the talks with the region about, and how often are they held?"
            )
          ),
          Question(
            "3.3",
            Phrase(
              nl: "Wat gebeurt er met wat uw organisatie in die gesprekken inbrengt?",
              en: "What happens with what your organisation puts forward in those talks?"
            )
          ),
        ]
      ),
      Topic(
        4, "frontlinie", Phrase(nl: "Frontlinie", en: "Front line"),
        [
          Question(
            "4.1",
            Phrase(
              nl: "Langs welke wegen komen jeugdigen bij uw organisatie?",
              en: "By which ways do young people come to your organisation?"
            ),
            probes: [Phrase(nl: "wie verwijst, hoe verloopt de aanmelding", en: "who refers, how registration goes")]
          ),
          Question(
            "4.2",
            Phrase(
              nl: "Hoe komt de beslissing over soort en omvang van de hulp tot stand?",
              en: "How is the decision on kind and amount of help made?"
            ),
            probes: [
              Phrase(
                nl: "rol van frontlinie, aanbieder, jeugdige en ouders",
                en: "part of front line, provider, young person and parents")
            ]
          ),
          Question(
            "4.3",
            Phrase(
              nl: "Hoe verloopt de samenwerking met de frontlinie tijdens en na de hulp?",
              en: "How does the cooperation with the front line go during and after the help?"
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
              nl: "Volgens welke methode of methoden wordt uw organisatie bekostigd?",
              en: "By which method or methods is your organisation paid?"
            ),
            probes: [Phrase(nl: "inspanningsgericht, outputgericht, taakgericht", en: "by effort, by output, by task")]
          ),
          Question(
            "5.2",
            Phrase(
              nl: "Wat betekent die methode voor de manier waarop u hulp verleent?",
              en: "What does that method mean for the way you provide help?"
            ),
            probes: [Phrase(nl: "duur, inhoud, op- en afschalen", en: "length, content, more and less intensive help")]
          ),
          Question(
            "5.3",
            Phrase(
              nl: "Hoe komt een prijs of budget tot stand, en hoe verhoudt het zich tot de kosten?",
              en: "How is a price or budget set, and how does it relate to the costs?"
            )
          ),
          Question(
            "5.4",
            Phrase(
              nl: "Hoe wordt er binnen het contract omgegaan met zware en lichte zorgvragen?",
              en: "How are heavy and light needs dealt with within the contract?"
            )
          ),
          Question(
            "5.5",
            Phrase(
              nl: "Hoe zijn afspraken met hoofd- of onderaannemers geregeld, als die er zijn?",
              en: "How are agreements with main contractors or subcontractors arranged, if any?"
            )
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
              nl: "Hoe worden doelen opgesteld, en hoe wordt bepaald of ze zijn bereikt?",
              en: "How are goals set, and how is it decided whether they were reached?"
            ),
            probes: [Phrase(nl: "wie meet, wanneer, waarmee", en: "who measures, when, with what")]
          ),
          Question(
            "6.2",
            Phrase(
              nl: "Hoe meet uw organisatie de tevredenheid van jeugdigen en ouders, als dat gebeurt?",
              en: "How does your organisation measure the satisfaction of young people and parents, if it does?"
            )
          ),
          Question(
            "6.3",
            Phrase(
              nl: "Welk deel van de jeugdigen en ouders geeft daarop antwoord?",
              en: "What share of the young people and parents responds to that?"
            ),
            probes: [Phrase(nl: "ook wie voortijdig stopte", en: "also those who left early")],
            asks: .number(.procent)
          ),
          Question(
            "6.4",
            Phrase(
              nl: "Wat verstaat uw organisatie onder uitval, en hoe wordt die vastgelegd?",
              en: "What does your organisation understand by uitval, and how is it recorded?"
            ),
            probes: [
              Phrase(
                nl: "eenzijdig door cliënt, door aanbieder, in overleg",
                en: "by the client, by the provider, in agreement")
            ]
          ),
          Question(
            "6.5",
            Phrase(
              nl: "Wat is er bekend over jeugdigen die na afloop opnieuw hulp krijgen?",
              en: "What is known about young people who get help again afterwards?"
            )
          ),
          Question(
            "6.6",
            Phrase(
              nl: "Wat gebeurt er met de uitkomsten, binnen uw organisatie en bij de regio?",
              en: "What happens with the outcomes, in your organisation and at the region?"
            )
          ),
        ]
      ),
      Topic(
        7, "keuzevrijheid", Phrase(nl: "Keuzevrijheid", en: "Freedom of choice"),
        [
          Question(
            "7.1",
            Phrase(
              nl: "Hoe komen jeugdigen en ouders tot een keuze voor een aanbieder?",
              en: "How do young people and parents come to choose a provider?"
            )
          ),
          Question(
            "7.2",
            Phrase(
              nl: "Welke informatie over uw organisatie is voor hen beschikbaar?",
              en: "What information on your organisation is available to them?"
            )
          ),
          Question(
            "7.3",
            Phrase(
              nl: "Wat gebeurt er wanneer u een jeugdige niet of niet meteen kunt helpen?",
              en: "What happens when you cannot help a young person, or not at once?"
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
              nl: "Hoeveel trajecten zijn er bij uw organisatie gestart?",
              en: "How many trajecten started at your organisation?"
            ),
            asks: .number(.trajecten)
          ),
          Question(
            "8.2",
            Phrase(
              nl: "Hoeveel trajecten zijn er bij uw organisatie beëindigd?",
              en: "How many trajecten ended at your organisation?"
            ),
            asks: .number(.trajecten)
          ),
          Question(
            "8.3",
            Phrase(
              nl: "Hoeveel fte verleent er jeugdhulp bij uw organisatie?",
              en: "How many fte provide youth care at your organisation?"
            ),
            asks: .number(.fte)
          ),
          Question(
            "8.4",
            Phrase(
              nl: "Hoe groot was de omzet uit jeugdhulp in deze regio?",
              en: "How large was the turnover from youth care in this region?"
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
              nl: "Welk administratief werk brengt deze manier van inkopen mee voor uw organisatie?",
              en: "What administrative work does this way of purchasing bring your organisation?"
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
            Phrase(nl: "Hoeveel fte is met dat werk gemoeid?", en: "How many fte does that work take?"),
            asks: .number(.fte)
          ),
          Question(
            "9.3",
            Phrase(
              nl: "Hoe verloopt het declareren, van verleende hulp tot betaling?",
              en: "How does claiming go, from the help given to the payment?"
            )
          ),
          Question(
            "9.4",
            Phrase(
              nl: "Welke verschillen in administratie zijn er tussen regio's of methoden, als die er zijn?",
              en: "Which differences in administration are there between regions or methods, if any?"
            )
          ),
        ]
      ),
    ]
  )
}
