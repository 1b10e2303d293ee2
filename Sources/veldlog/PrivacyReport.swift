import CanonicalJSON
import CivilTime
import Words
import Workspace

/// What `privacy` prints: a document of parts, each a table or a list.
struct PrivacyReport {
  let privacy: Privacy
  let naam: String
  let day: String

  init(_ privacy: Privacy, _ naam: String, _ day: String) {
    self.privacy = privacy
    self.naam = naam
    self.day = day
  }

  /// One part: its heading, and what stands under it.
  private enum Body {
    case table(Listing)
    case list([Phrase])
  }

  func print(on console: Console) {
    let isMarkdown = console.format == .markdown
    let title = PrivacyWords.title(naam, day)[console.language]
    if console.format != .csv { console.out(isMarkdown ? "# " + title : title) }
    for (heading, body) in parts(console) {
      if console.format == .csv {
        // A list is a column of its own name.
        console.out("# " + heading[console.language])
      } else {
        console.out(
          "\n" + (isMarkdown ? "## " + heading[console.language] + "\n" : heading[console.language].uppercased()))
      }
      switch body {
      case .table(let listing) where listing.rows.isEmpty: console.out(PrivacyWords.none)
      case .table(let listing): listing.print(on: console)
      case .list(let items) where items.isEmpty: console.out(PrivacyWords.none)
      case .list(let items): items.forEach { console.out((isMarkdown ? "- " : "  ") + $0[console.language]) }
      }
    }
  }

  private func parts(_ console: Console) -> [(Phrase, Body)] {
    [
      (PrivacyWords.categories, .table(categories)), (PrivacyWords.grounds, .table(grounds)),
      (PrivacyWords.retention, .table(terms)), (PrivacyWords.recipients, .table(members)),
      (PrivacyWords.exports, .table(exports)), (PrivacyWords.erasures, .table(erasures)),
      (PrivacyWords.objections, .list([PrivacyWords.objectors(privacy.objectorCount)])),
      (PrivacyWords.measures, .list(measures)), (PrivacyWords.gaps, .list(privacy.gaps.map(Self.words))),
    ]
  }

  private func table(_ columns: [Listing.Column], _ rows: [[String]]) -> Listing {
    var listing = Listing(columns: columns, empty: PrivacyWords.none)
    listing.rows = rows
    return listing
  }

  private var categories: Listing {
    table(
      [
        .init(key: "kind", title: PrivacyWords.kind), .init(key: "facts", title: PrivacyWords.facts, isNumber: true),
        .init(key: "personal", title: PrivacyWords.personalFields), .init(key: "text", title: PrivacyWords.freeText),
      ],
      privacy.categories.map {
        [
          $0.kind.name, String($0.count), $0.personalFields.joined(separator: ", "),
          $0.freeTextFields.joined(separator: ", "),
        ]
      })
  }

  private var grounds: Listing {
    table(
      [
        .init(key: "ground", title: PrivacyWords.ground),
        .init(key: "count", title: PrivacyWords.count, isNumber: true),
      ], privacy.grounds.map { [$0.ground, String($0.count)] })
  }

  private var terms: Listing {
    table(
      [
        .init(key: "about", title: PrivacyWords.about), .init(key: "until", title: PrivacyWords.until),
        .init(key: "facts", title: PrivacyWords.facts, isNumber: true),
        .init(key: "overdue", title: PrivacyWords.overdue, isNumber: true),
        .init(key: "ground", title: PrivacyWords.ground),
      ],
      privacy.retention.terms.map {
        [FactText.oneLine($0.about), $0.until, String($0.rows.count), String($0.rowsPast.count), $0.ground]
      })
  }

  private var members: Listing {
    table(
      [
        .init(key: "log", title: Phrase(same: "log")), .init(key: "naam", title: PrivacyWords.name),
        .init(key: "rol", title: PrivacyWords.role), .init(key: "regio", title: PrivacyWords.region),
        .init(key: "state", title: PrivacyWords.standing), .init(key: "heard", title: PrivacyWords.lastHeard),
      ],
      privacy.members.map {
        [
          $0.log.text, $0.naam ?? "", $0.role?.rawValue ?? "", $0.regio ?? "", $0.standing.rawValue,
          Self.day($0.lastHeard),
        ]
      })
  }

  private var exports: Listing {
    table(
      [
        .init(key: "day", title: PrivacyWords.day), .init(key: "table", title: PrivacyWords.table),
        .init(key: "level", title: PrivacyWords.level), .init(key: "recipient", title: PrivacyWords.recipient),
        .init(key: "hash", title: PrivacyWords.hash),
      ], privacy.exports.map { [$0.day, $0.table, $0.level, $0.recipient ?? "", $0.hash ?? ""] })
  }

  private var erasures: Listing {
    table(
      [
        .init(key: "day", title: PrivacyWords.day), .init(key: "ground", title: PrivacyWords.ground),
        .init(key: "lines", title: PrivacyWords.lines, isNumber: true),
        .init(key: "done", title: PrivacyWords.carriedOut), .init(key: "waiting", title: PrivacyWords.waiting),
      ],
      privacy.erasures.decisions.map {
        [
          Self.day($0.at), $0.ground, String($0.lineCount), Self.names($0.carriedOut), Self.names($0.waiting),
        ]
      })
  }

  private static func names(_ instances: [ErasureOverview.Instance]) -> String {
    instances.map { $0.naam ?? $0.log.text }.joined(separator: ", ")
  }

  private static func day(_ milliseconds: Int64?) -> String {
    milliseconds.map { Instant(milliseconds: $0).date.iso } ?? ""
  }

  private var measures: [Phrase] {
    let areClosed = !privacy.gaps.contains { if case .openPermissions = $0 { true } else { false } }
    return PrivacyWords.measureList + [PrivacyWords.locked(privacy.isLocked), PrivacyWords.modes(areClosed)]
  }

  static func words(_ gap: Privacy.Gap) -> Phrase {
    switch gap {
    case .withoutGround(let kind, let count): PrivacyWords.withoutGround(kind, count)
    case .withoutTerm(let kind, let count): PrivacyWords.withoutTerm(kind, count)
    case .overdue(let count): PrivacyWords.overdue(count)
    case .consentTooYoung(let count): PrivacyWords.consentTooYoung(count)
    case .exportWithoutRecipient(let count): PrivacyWords.exportWithoutRecipient(count)
    case .erasureWaiting(let count): PrivacyWords.erasureWaiting(count)
    case .unsealedNames(let count): PrivacyWords.unsealedNames(count)
    case .openPermissions(let paths): PrivacyWords.openPermissions(paths)
    case .freeText(let kind, let count): PrivacyWords.freeTextOf(kind, count)
    case .decide(let decision): PrivacyWords.decision(decision.rawValue)
    }
  }
}
