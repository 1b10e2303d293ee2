import Projection

/// Who was interviewed where, counted from the facts of kind `respondent`, `interview` and `controle`.
struct InterviewCoverage {
  struct Region {
    /// Nil where the region is not known.
    let code: String?
    let isTotal: Bool
    var interviewCount = 0
    /// Respondents who were interviewed, each once.
    var respondentCount = 0
    /// Interviews whose report somebody has checked, whatever came of it but no answer.
    var checkedCount = 0
    /// Whether a key respondent spoke in the first interview; nil without interviews.
    var keyFirst: Bool?
    /// How many respondents of each role were interviewed, in alphabetical order; nil is a role that is not known.
    var roles: [(role: String?, count: Int)] = []
  }

  private struct Talk {
    let region: String?
    let respondents: [String]
    let day: Int32
    let code: String
    let isChecked: Bool
  }

  /// In alphabetical order, what is not known last.
  let regions: [Region]
  let total: Region

  init(_ projection: Projection) {
    let people = People(projection)
    let talks = Self.talks(projection, people)
    var codes = Set(talks.map(\.region))
    for region in people.regions.values { codes.insert(region) }
    let sorted = codes.sorted { left, right in
      guard let left else { return false }
      guard let right else { return true }
      return left < right
    }
    regions = sorted.map { code in
      Self.region(code, talks.filter { $0.region == code }, people, isTotal: false)
    }
    total = Self.region(nil, talks, people, isTotal: true)
  }

  /// What is known of respondents, by their code.
  private struct People {
    var regions: [String: String?] = [:]
    var roles: [String: String] = [:]
    var keys: Set<String> = []

    init(_ projection: Projection) {
      let table = projection.table("respondent")
      let strings = projection.strings
      let (codes, regio, functie) = (table.codes("respondent"), table.codes("regio"), table.codes("functie"))
      let key = table.codes("sleutelrespondent")
      for row in 0..<table.rowCount {
        let code = strings.string(codes[row])
        regions[code] = regio[row] < 0 ? .some(nil) : strings.string(regio[row])
        if functie[row] >= 0 { roles[code] = strings.string(functie[row]) }
        if key[row] >= 0, strings.string(key[row]) == "ja" { keys.insert(code) }
      }
    }
  }

  private static func talks(_ projection: Projection, _ people: People) -> [Talk] {
    let strings = projection.strings
    let checks = projection.table("controle")
    var checked = Set<Int32>()
    for (interview, outcome) in zip(checks.codes("interview"), checks.codes("uitkomst"))
    where strings.string(outcome) != "geen_reactie" {
      checked.insert(interview)
    }
    let table = projection.table("interview")
    let (codes, regions, days) = (table.codes("interview"), table.codes("regio"), table.days("datum"))
    return (0..<table.rowCount).map { row in
      let respondents = table.list("respondenten", row: row).map(strings.string)
      let home = respondents.lazy.compactMap { people.regions[$0] ?? nil }.first
      return Talk(
        region: regions[row] < 0 ? home : strings.string(regions[row]), respondents: respondents,
        day: days[row] == FactTable.noDay ? .max : days[row], code: strings.string(codes[row]),
        isChecked: checked.contains(codes[row]))
    }
  }

  private static func region(_ code: String?, _ talks: [Talk], _ people: People, isTotal: Bool) -> Region {
    var region = Region(code: code, isTotal: isTotal)
    region.interviewCount = talks.count
    region.checkedCount = talks.count(where: \.isChecked)
    let respondents = Set(talks.flatMap(\.respondents))
    region.respondentCount = respondents.count
    var roles: [String?: Int] = [:]
    for respondent in respondents { roles[people.roles[respondent], default: 0] += 1 }
    region.roles = roles.map { ($0.key, $0.value) }.sorted { ($0.0 ?? "\u{10FFFF}") < ($1.0 ?? "\u{10FFFF}") }
    if !isTotal, let first = talks.min(by: { ($0.day, $0.code) < ($1.day, $1.code) }) {
      region.keyFirst = first.respondents.contains { people.keys.contains($0) }
    }
    return region
  }
}
