/// The source itself, and where it contradicts itself: named, never silently repaired.
enum SourceSignals {
  static let facts: [Fact] = [
    .published(
      "bron", from: .table(7),
      [
        "bron": "scriptie-2016", "titel": "inkoopmethoden bij specialistische jeugdhulp", "jaar": 2016,
        "soort": "scriptie", "vertrouwelijk": false,
      ]),
    .published(
      "signaal_bron", from: .table(3),
      [
        "plaats": "tabel 3, Midden-IJssel/Oost-Veluwe, meicirculaire 2014",
        "tekst": "ongeldige duizendtalgroep 77 in €85.77.879", "voorstel": "€85.770.879, als in bijlage 9",
      ]),
    .published(
      "signaal_bron", from: .table(3),
      [
        "plaats": "tabel 3 en bijlage 9, Midden-IJssel/Oost-Veluwe, beginsel",
        "tekst": "solidariteit in de tabel, profijt aan het begin van de bijlage", "voorstel": "navragen bij de regio",
      ]),
    .published(
      "signaal_bron", from: .table(3),
      [
        "plaats": "tabel 3 en hoofdstuk 5, Twente, meting doelrealisatie",
        "tekst": "volgens de tabel gemeten, volgens de conclusie nog niet gebruikt om te sturen",
        "voorstel": "meten en sturen apart vastleggen",
      ]),
  ]
}
