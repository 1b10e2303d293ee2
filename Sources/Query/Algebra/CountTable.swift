/// What an indicator counts: the facts of one kind, a row each.
///
/// Its raw value is the name of the kind, which is how a `definitie` names it. What a row of a traject has on a dimension
/// is looked up at the traject, so that figures of one traject never fall apart; a field that is not its own as well.
public enum CountTable: String, Sendable, CaseIterable {
  case started = "traject_gestart"
  case ended = "traject_beeindigd"
  case goals = "doelscore"
  case answers = "tevredenheid"
  case withoutHelp = "zonder_hulp_verder"
  case measurements = "meting"
  case appointments = "afspraak"
  case referrals = "aanmelding"
  case budgets = "budget"
  case spending = "uitgave"
  case overviews = "kwartaaloverzicht"
  case waitingLists = "wachtlijststand"
  case staff = "formatie"
  case characteristics = "regiokenmerk"

  /// Which day a row counts on.
  public enum Attribution: String, Sendable, Equatable {
    case start
    case einde
    /// The row's own day or period.
    case eigen
  }

  public var attribution: Attribution {
    switch self {
    case .started: .start
    case .ended, .goals, .answers, .withoutHelp, .measurements: .einde
    default: .eigen
    }
  }

  /// Whether its rows belong to a traject, so that they have what that has.
  public var isOfTraject: Bool {
    switch self {
    case .started, .ended, .goals, .answers, .withoutHelp, .measurements, .appointments, .referrals: true
    default: false
    }
  }

  /// Whether somebody gave each row as an answer, so that figures of it are always per informant.
  var isOfAnswers: Bool { self == .answers || self == .withoutHelp }

  /// The field that says when a row counts, where that is its own day.
  var dayField: String? {
    switch self {
    case .started, .ended, .appointments, .referrals: "datum"
    case .waitingLists, .staff: "peildatum"
    default: nil
    }
  }

  /// The field that says when a row counts, where that is its own period.
  var periodField: String? {
    switch self {
    case .answers, .spending, .characteristics: "periode"
    case .overviews: "kwartaal"
    case .budgets: "jaar"
    default: nil
    }
  }

  /// What one row is called (`IndicatorWords.unit`).
  public var unit: Indicator.Unit {
    switch self {
    case .started, .ended: .trajecten
    case .goals: .doelen
    case .answers, .withoutHelp: .antwoorden
    case .measurements: .metingen
    case .appointments: .afspraken
    case .referrals: .aanmeldingen
    case .budgets, .spending: .euro
    case .overviews, .waitingLists, .staff, .characteristics: .opgaven
    }
  }
}
