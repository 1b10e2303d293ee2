import PlainText
import Words

/// "Wie is er gesproken?": interviews by region and role, whether a key respondent came first, and what was checked.
public struct InterviewsScreen {
  /// How many interviews a region should have at least.
  static let leastPerRegion = 2

  private let material: Material

  /// The fields that the screen needs, for `ProjectionBuilder.init(vocabulary:only:)`.
  public static let neededColumns: [String: Set<String>] = [
    "respondent": ["respondent", "regio", "functie", "sleutelrespondent", "herkomst_data"],
    "interview": ["interview", "respondenten", "regio", "datum", "herkomst_data"],
    "controle": ["interview", "uitkomst", "datum", "herkomst_data"],
  ]

  init(_ material: Material) {
    self.material = material
  }

  func drawn(_ look: Look) -> Screen {
    let frame = material.frame(look)
    let coverage = InterviewCoverage(material.projection)
    guard !coverage.regions.isEmpty else {
      return frame.empty(DashboardWords.whoWasHeard, DashboardWords.nothingHeld, Commands.toRecordInterviews)
    }
    var lines = frame.head(
      DashboardWords.whoWasHeard, [material.context.scope ?? look.say(DashboardWords.allRegions)])
    let headCount = lines.count
    lines += table(coverage, look)
    lines.append(look.ruler())
    lines += remarks(coverage, frame)
    lines += frame.next(Commands.afterInterviews)
    var screen = Screen(lines)
    screen.headCount = headCount
    return screen
  }

  /// What the screen shows, for other programs.
  var sides: [ScreenFile.Side] {
    let coverage = InterviewCoverage(material.projection)
    return coverage.regions.flatMap { region -> [ScreenFile.Side] in
      let keys = [(name: "regio", value: region.code ?? QueryWords.unknown.dutch)]
      let first = region.keyFirst.map { [ScreenFile.Side("sleutel_eerst", $0 ? 1 : 0, of: 1, "regio's", keys)] } ?? []
      let counts = [
        ScreenFile.Side("gesprekken", region.interviewCount, of: "gesprekken", keys),
        ScreenFile.Side("respondenten", region.respondentCount, of: "respondenten", keys),
        ScreenFile.Side("nagekeken", region.checkedCount, of: region.interviewCount, "gesprekken", keys),
      ]
      let roles = region.roles.map { role, count in
        ScreenFile.Side(
          "respondenten", count, of: "respondenten",
          keys + [(name: "functie", value: role ?? QueryWords.unknown.dutch)])
      }
      return counts + first + roles
    }
  }

  private func name(_ region: InterviewCoverage.Region, _ look: Look) -> String {
    look.say(region.code.map { Labels(material.vocabulary).region($0) } ?? DashboardWords.unknownRegion)
  }

  private func table(_ coverage: InterviewCoverage, _ look: Look) -> [Line] {
    let heads =
      (look.usableWidth < 80
      ? [
        DashboardWords.region, DashboardWords.talksShort, DashboardWords.respondentsShort, DashboardWords.keyFirstShort,
        DashboardWords.checked,
      ]
      : [
        DashboardWords.region, DashboardWords.talks, DashboardWords.respondents, DashboardWords.keyFirst,
        DashboardWords.checked,
      ]).map(look.say)
    let regions = coverage.regions + (coverage.regions.count > 1 ? [coverage.total] : [])
    let rows = regions.map { region in
      cells(region, name: region.isTotal ? look.say(DashboardWords.total) : name(region, look), look)
    }
    var columns = Columns(heads, look)
    columns.alignment = [.left, .right, .right, .left, .right]
    let drawn = columns.drawn(rows)
    return [drawn[0]] + zip(drawn.dropFirst(), regions).flatMap { [$0] + roles($1, look) }
  }

  /// Whom the region's interviews were with, below its row.
  private func roles(_ region: InterviewCoverage.Region, _ look: Look) -> [Line] {
    guard !region.roles.isEmpty else { return [] }
    let texts = region.roles.map { role, count in
      let name = look.say(role.map { Labels(material.vocabulary).role($0) } ?? DashboardWords.unknownRole)
      return String((name + " " + look.numbers.count(count)).map { $0 == " " ? "\u{A0}" : $0 })
    }
    return TextWidth.wrapped(texts.joined(separator: ", "), to: look.usableWidth - 6).map { Line("     " + $0, .dim) }
  }

  private func cells(_ region: InterviewCoverage.Region, name: String, _ look: Look) -> [Span] {
    let numbers = look.numbers
    let isFew = !region.isTotal && region.interviewCount < Self.leastPerRegion
    let key: Span =
      switch region.keyFirst {
      case .some(true): Span(look.say(DashboardWords.yes))
      case .some(false): Span(look.warning + " " + look.say(DashboardWords.no), .warning)
      case nil: Span(region.isTotal ? "" : look.dash, .dim)
      }
    let isChecked = region.interviewCount > 0 && region.checkedCount == region.interviewCount
    let checked = look.say(DashboardWords.of(numbers.count(region.checkedCount), numbers.count(region.interviewCount)))
    return [
      Span(name, .strong),
      Span((isFew ? look.warning + " " : "") + numbers.count(region.interviewCount), isFew ? .warning : .plain),
      Span(numbers.count(region.respondentCount)), key, Span(checked, isChecked ? .good : .plain),
    ]
  }

  private func remarks(_ coverage: InterviewCoverage, _ frame: Frame) -> [Line] {
    let look = frame.look
    var lines: [Line] = []
    let few = coverage.regions.filter { $0.interviewCount < Self.leastPerRegion }.map { name($0, look) }
    if !few.isEmpty { lines += frame.remark(look.say(DashboardWords.belowTwo(few)), .warning) }
    let open = coverage.total.interviewCount - coverage.total.checkedCount
    if open > 0 { lines += frame.remark(look.say(DashboardWords.unchecked(open, look.numbers.count(open)))) }
    lines += frame.remark(look.say(DashboardWords.interviewUnits), .dim)
    lines += frame.remark(look.say(QueryWords.vocabulary(material.vocabulary.version)), .dim)
    return lines
  }
}
