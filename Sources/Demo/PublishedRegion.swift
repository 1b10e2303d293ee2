/// What the thesis of 2016 on purchasing methods in specialised jeugdhulp gives for one of the seven regions it studied.
///
/// Figures only. What the source leaves open stays open here, and what it contradicts itself on is in
/// `SourceSignals`.
struct PublishedRegion: Sendable {
  /// The code of the region.
  let code: String
  let naam: String
  /// What codes of respondents and interviews begin with.
  let mark: String
  let inkoopmethode: String
  /// Nil where the source gives none, or two.
  let beginsel: String?
  let centrumgemeente: String
  /// The table, 2 to 4, with its scores, and the appendix, 6 to 12, with its figures.
  let table: Int
  let appendix: Int
  let budget: Budget
  /// Of the regional purchasing team; a range where the source gives one, nil where it gives nothing.
  let fte: ClosedRange<Double>?
  let counts: [Count]
  /// Of the front line, where the source gives it.
  let frontlinieFTE: Double?
  let interviewCount: Int
  let scores: Scores
  /// Cells of the table that are not scores, and remarks on the above.
  let note: String

  /// The national budget of a region in whole euros, by its three bases.
  struct Budget: Sendable {
    let meicirculaire2014: Int64
    let decembercirculaire2015: Int64
    let objectiefVerdeelmodel: Int64
  }

  /// A count of a region.
  struct Count: Sendable {
    let kenmerk: String
    let aantal: Int64
    var note: String?
  }

  /// The scores of a region, from `++` to `--`, or `nnb`. Of administratieve lasten a low one is good.
  struct Scores: Sendable {
    let effectiviteit: String
    let administratieveLasten: String
    let financien = "nnb"
    let sturingsmogelijkheid: String
    let keuzevrijheid: String
    let toetreding: String
  }

  /// In alphabetical order.
  static let all = [
    hollandRijnland, ijsselland, middenIJsselOostVeluwe, twente, utrechtStad, westBrabantWest, zeeland,
  ]
}
