/// The figures themselves: tables 2 to 4 and 7, and appendices 6 to 12.
extension PublishedRegion {
  static let hollandRijnland = PublishedRegion(
    code: "holland-rijnland", naam: "Holland Rijnland", mark: "hol", inkoopmethode: "taak", beginsel: "solidariteit",
    centrumgemeente: "ja", table: 4, appendix: 12,
    budget: Budget(
      meicirculaire2014: 107_505_710, decembercirculaire2015: 103_686_790, objectiefVerdeelmodel: 95_866_660),
    fte: 12...12,
    counts: [
      Count(kenmerk: "aanbieders", aantal: 90, note: "90 gecontracteerd van 150"),
      Count(kenmerk: "wijkteams", aantal: 24),
    ],
    frontlinieFTE: 250, interviewCount: 5,
    scores: Scores(
      effectiviteit: "nnb", administratieveLasten: "--", sturingsmogelijkheid: "-", keuzevrijheid: "+/-",
      toetreding: "+/-"),
    note: "frontlinie: overal hetzelfde; doelrealisatie gemeten: nee; tevredenheid gemeten: door aanbieders; "
      + "ervaringen omgeving: nnb")

  static let ijsselland = PublishedRegion(
    code: "ijsselland", naam: "IJsselland", mark: "ijs", inkoopmethode: "output", beginsel: "solidariteit",
    centrumgemeente: "ja", table: 2, appendix: 7,
    budget: Budget(
      meicirculaire2014: 132_016_158, decembercirculaire2015: 126_522_891, objectiefVerdeelmodel: 118_419_660),
    fte: 8...8, counts: [Count(kenmerk: "aanbieders", aantal: 220)], frontlinieFTE: nil, interviewCount: 2,
    scores: Scores(
      effectiviteit: "+", administratieveLasten: "--", sturingsmogelijkheid: "+", keuzevrijheid: "+/-",
      toetreding: "+/-"),
    note: "frontlinie: lokaal; doelrealisatie gemeten: ja; tevredenheid gemeten: ja; ervaringen omgeving: positief")

  static let middenIJsselOostVeluwe = PublishedRegion(
    code: "midden-ijssel-oost-veluwe", naam: "Midden-IJssel/Oost-Veluwe", mark: "mij", inkoopmethode: "inspanning",
    beginsel: nil, centrumgemeente: "ja", table: 3, appendix: 9,
    budget: Budget(
      meicirculaire2014: 85_770_879, decembercirculaire2015: 82_942_818, objectiefVerdeelmodel: 78_818_083),
    fte: 9...9, counts: [Count(kenmerk: "aanbieders", aantal: 267)], frontlinieFTE: nil, interviewCount: 3,
    scores: Scores(
      effectiviteit: "-", administratieveLasten: "++", sturingsmogelijkheid: "-", keuzevrijheid: "++",
      toetreding: "+"),
    note: "frontlinie: lokaal; doelrealisatie gemeten: nee; tevredenheid gemeten: door aanbieders; "
      + "ervaringen omgeving: leeg; beginsel: tabel en bijlage spreken elkaar tegen")

  static let twente = PublishedRegion(
    code: "twente", naam: "Twente", mark: "twe", inkoopmethode: "inspanning", beginsel: "profijt",
    centrumgemeente: "ja", table: 3, appendix: 10,
    budget: Budget(
      meicirculaire2014: 151_163_328, decembercirculaire2015: 146_275_999, objectiefVerdeelmodel: 138_575_483),
    fte: 8.7...8.7, counts: [Count(kenmerk: "aanbieders", aantal: 293)], frontlinieFTE: nil, interviewCount: 3,
    scores: Scores(
      effectiviteit: "-", administratieveLasten: "++", sturingsmogelijkheid: "-", keuzevrijheid: "++",
      toetreding: "++"),
    note: "frontlinie: lokaal; doelrealisatie gemeten: ja; tevredenheid gemeten: door aanbieders; "
      + "ervaringen omgeving: leeg")

  static let utrechtStad = PublishedRegion(
    code: "utrecht-stad", naam: "Utrecht-stad", mark: "utr", inkoopmethode: "taak", beginsel: nil,
    centrumgemeente: "nvt", table: 4, appendix: 11,
    budget: Budget(
      meicirculaire2014: 68_380_203, decembercirculaire2015: 65_813_885, objectiefVerdeelmodel: 62_765_468),
    fte: nil,
    counts: [Count(kenmerk: "aanbieders", aantal: 104), Count(kenmerk: "wijkteams", aantal: 18, note: "buurtteams")],
    frontlinieFTE: nil, interviewCount: 5,
    scores: Scores(
      effectiviteit: "+/-", administratieveLasten: "--", sturingsmogelijkheid: "+/-", keuzevrijheid: "+/-",
      toetreding: "+/-"),
    note: "frontlinie: stichting; doelrealisatie gemeten: nee; tevredenheid gemeten: door aanbieders; "
      + "ervaringen omgeving: nnb; beginsel: nvt")

  static let westBrabantWest = PublishedRegion(
    code: "west-brabant-west", naam: "West-Brabant-West", mark: "wbw", inkoopmethode: "output",
    beginsel: "solidariteit", centrumgemeente: "nee", table: 2, appendix: 6,
    budget: Budget(
      meicirculaire2014: 80_826_506, decembercirculaire2015: 77_481_532, objectiefVerdeelmodel: 73_936_360),
    fte: 6...6,
    counts: [
      Count(kenmerk: "aanbieders", aantal: 150, note: "ongeveer"), Count(kenmerk: "gemeenten", aantal: 9),
    ],
    frontlinieFTE: nil, interviewCount: 7,
    scores: Scores(
      effectiviteit: "+", administratieveLasten: "+/-", sturingsmogelijkheid: "+", keuzevrijheid: "++",
      toetreding: "++"),
    note: "frontlinie: lokaal; doelrealisatie gemeten: ja; tevredenheid gemeten: ja; ervaringen omgeving: positief")

  static let zeeland = PublishedRegion(
    code: "zeeland", naam: "Zeeland", mark: "zee", inkoopmethode: "inspanning", beginsel: "profijt",
    centrumgemeente: "nee", table: 3, appendix: 8,
    budget: Budget(
      meicirculaire2014: 82_500_874, decembercirculaire2015: 79_880_000, objectiefVerdeelmodel: 75_820_626),
    fte: 5...6,
    counts: [
      Count(kenmerk: "aanbieders", aantal: 141), Count(kenmerk: "aanbieders_gevestigd", aantal: 80),
    ],
    frontlinieFTE: nil, interviewCount: 4,
    scores: Scores(
      effectiviteit: "-", administratieveLasten: "++", sturingsmogelijkheid: "-", keuzevrijheid: "+",
      toetreding: "+"),
    note: "frontlinie: lokaal; doelrealisatie gemeten: nee; tevredenheid gemeten: door aanbieders; "
      + "ervaringen omgeving: leeg; beginsel: solidariteit in 2015, profijt in 2016")
}
