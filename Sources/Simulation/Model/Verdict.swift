import Cryptography

/// What a set of lines comes down to, in numbers of the corpus and texts, so that two opinions can be compared.
struct Verdict: Equatable {
  var fingerprint = ""
  /// By region.
  var regional: [String: String] = [:]
  /// Each as `log seq`.
  var forks: [String] = []
  /// Each as `log role step`.
  var members: [String] = []
  var counting: Set<Int> = []
  var live: Set<Int> = []
  /// What figures use.
  var used: Set<Int> = []
  /// The facts of each conflict and the one that is used, in order.
  var conflicts: [[Int]] = []

  init() {}

  /// The plain model's opinion.
  init(_ model: PlainModel) {
    let counting = Set(model.present.filter(model.counts))
    let live = model.live(counting)
    let groups = model.groups(live, counting)
    members = model.members.map { "\($0.key) \($0.value.role) \($0.value.step)" }.sorted()
    self.counting = counting
    self.live = Set(live)
    used = Set(groups.map(model.used).filter { model.line($0).kind != "intrekking" })
    conflicts = groups.filter { $0.count > 1 && model.differ($0) }.map { $0 + [model.used($0)] }
      .sorted { $0[0] < $1[0] }
    fingerprint = Self.fingerprint(model, regio: nil)
    for regio in Self.regions { regional[regio] = Self.fingerprint(model, regio: regio) }
    forks = model.forks
  }

  static let regions = ["zeeland", "flevoland"]

  private static func fingerprint(_ model: PlainModel, regio: String?) -> String {
    var lines: [String] = []
    for log in model.byLog.keys {
      guard model.members[log] != nil || !model.follows(.membersHeads) else { continue }
      let isRegional =
        model.audience(log) == "regio" && model.regio(log) == regio && model.follows(.regionalFingerprint)
      guard model.audience(log) == "gedeeld" || isRegional || !model.follows(.sharedHeads) else { continue }
      guard model.members[log]?.left == nil || model.follows(.revokedStaysMember) else { continue }
      let heads = model.heads(log)
      for id in model.follows(.everyHead) ? heads : Array(heads.prefix(1)) {
        lines.append("\(log) \(model.line(id).seq) \(model.line(id).link)\n")
      }
      guard model.follows(.bareInFingerprint) else { continue }
      for id in model.byLog[log] ?? [] where model.isBare(id) {
        lines.append("- \(log):\(model.line(id).seq) \(model.line(id).link)\n")
      }
    }
    lines.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return SHA256.hash(Array(lines.joined().utf8)).hexadecimal
  }
}
