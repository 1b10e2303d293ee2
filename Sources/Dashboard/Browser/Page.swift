import Words

/// The screens there are.
public enum Page: String, Sendable, CaseIterable {
  case overzicht
  case aanbieders
  /// One of them.
  case aanbieder
  case stromen
  case budget
  case methoden
  case kwaliteit
  case interviews

  /// The key that leads to it; nil for the one that needs a name.
  public var key: Character? {
    switch self {
    case .overzicht: "o"
    case .aanbieders: "a"
    case .aanbieder: nil
    case .stromen: "s"
    case .budget: "b"
    case .methoden: "m"
    case .kwaliteit: "k"
    case .interviews: "i"
    }
  }

  /// The question it answers.
  public var question: Phrase {
    switch self {
    case .overzicht: DashboardWords.howIsItGoing
    case .aanbieders: DashboardWords.whoDiffers
    case .aanbieder: ScreenWords.howIsThisOne
    case .stromen: ScreenWords.whatFlows
    case .budget: ScreenWords.doesItLast
    case .methoden: ScreenWords.doMethodsDiffer
    case .kwaliteit: ScreenWords.canItBeTrusted
    case .interviews: DashboardWords.whoWasHeard
    }
  }

  /// What it shows, in a sentence or two.
  public var explanation: Phrase {
    switch self {
    case .overzicht: BrowserWords.aboutOverzicht
    case .aanbieders: BrowserWords.aboutAanbieders
    case .aanbieder: BrowserWords.aboutAanbieder
    case .stromen: BrowserWords.aboutStromen
    case .budget: BrowserWords.aboutBudget
    case .methoden: BrowserWords.aboutMethoden
    case .kwaliteit: BrowserWords.aboutKwaliteit
    case .interviews: BrowserWords.aboutInterviews
    }
  }

  /// Whether figures on it can be limited by a filter and a period.
  public var hasFigures: Bool { self != .interviews }
}
