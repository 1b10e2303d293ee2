import CanonicalJSON
import EventLog
import Identity
import Merge
import Platform
import Words
import Workspace

/// Three instances that record apart, disagree once, exchange bundles and end with the same.
///
///     folder/  zeeland/  twente/  ijsselland/  bundels/  uitnodiging.json  zeeland.jsonl  twente.jsonl  …
///
/// Everything happens on the real files that `surroundings` gives, by the same use cases as the commands it names.
public struct DemoStory: Sendable {
  /// The three instances; the first is the founder.
  public static let regions = ["zeeland", "twente", "ijsselland"]

  let folder: String
  /// The folder as the reader typed it.
  let shownFolder: String
  let surroundings: Surroundings

  /// - Parameters:
  ///   - folder: An absolute path.
  ///   - shown: How command lines write it.
  public init(in folder: String, shownAs shown: String, surroundings: Surroundings) {
    self.folder = folder
    shownFolder = shown
    self.surroundings = surroundings
  }

  /// Plays it all, which takes a few seconds at most.
  ///
  /// - Parameter tell: Called for each scene, after what it tells has happened.
  /// - Throws: `DemoError`, or the errors of the use cases. `DemoError.notEmpty` leaves the folder untouched; after any
  ///   other the folder stays as far as it got.
  public func play(_ tell: (Scene) throws -> Void) throws -> Ending {
    try prepareFolder()
    try tell(.remark(DemoWords.introduction))
    try tell(.chapter(DemoWords.founding))
    let instances = try found(tell)
    try tell(.chapter(DemoWords.recording))
    try tell(.remark(DemoWords.origins))
    for instance in instances { try record(instance, tell) }
    try tell(.chapter(DemoWords.disagreeing))
    try disagree(instances, tell)
    try tell(.chapter(DemoWords.exchanging))
    try exchange(instances, tell)
    try tell(.chapter(DemoWords.comparing))
    let ending = try compare(instances, tell)
    try tell(.chapter(DemoWords.looking))
    for name in ["overzicht", "aanbieders", "interviews"] {
      try tell(.view(line(instances[0], ["dashboard", name])))
    }
    return ending
  }

  /// A line about one instance.
  func line(_ instance: DemoInstance, _ words: [String], output: String? = nil) -> TypedLine {
    TypedLine(["--dir", shown(instance.regio)] + words, output: output)
  }

  /// The path of something in the demo's folder, as the reader would type it.
  func shown(_ name: String) -> String { shownFolder == "/" ? "/" + name : shownFolder + "/" + name }

  private func prepareFolder() throws {
    if try surroundings.files.entry(at: folder) != nil, try !surroundings.files.names(in: folder).isEmpty {
      throw DemoError.notEmpty(path: shownFolder)
    }
    try surroundings.files.makeFolders(folder + "/" + Self.bundleFolder)
  }

  static let bundleFolder = "bundels"

  // MARK: Founding

  private func found(_ tell: (Scene) throws -> Void) throws -> [DemoInstance] {
    let founder = DemoInstance(
      try Workspace.make(
        at: folder + "/" + Self.regions[0], naam: Self.workspaceName, regio: Self.regions[0], who: "laptop 1",
        surroundings: surroundings))
    try tell(
      .step(
        line(
          founder, ["init", "--workspace", Self.workspaceName, "--regio", founder.regio, "--name", "laptop 1"]),
        result: DemoWords.founded(founder.workspace.log.text)))
    let invite = try founder.workspace.invite()
    try surroundings.files.writeWhole(invite.json.canonicalBytes + [0x0A], to: folder + "/" + Self.inviteName)
    try tell(.step(line(founder, ["invite"], output: shown(Self.inviteName)), result: DemoWords.invited))
    var instances = [founder]
    for (index, regio) in Self.regions.dropFirst().enumerated() {
      let name = "laptop \(index + 2)"
      let joined = DemoInstance(
        try Workspace.make(
          at: folder + "/" + regio, naam: "", regio: regio, who: name, invite: invite, surroundings: surroundings))
      instances.append(joined)
      try tell(
        .step(
          line(joined, ["init", "--invite", shown(Self.inviteName), "--regio", regio, "--name", name]),
          result: DemoWords.joined(joined.workspace.log.text)))
    }
    for newcomer in instances.dropFirst() {
      let log = newcomer.workspace.log
      _ = try Recording(founder.workspace).admit(log, role: .onderzoeker)
      try tell(
        .step(
          line(founder, ["trust", "add", log.text]),
          result: CommandWords.admitted(log.text, Role.onderzoeker.rawValue)))
    }
    return instances
  }

  static let workspaceName = "Jeugdhulp 2016 (demo)"
  private static let inviteName = "uitnodiging.json"

  // MARK: Recording

  private func record(_ instance: DemoInstance, _ tell: (Scene) throws -> Void) throws {
    let published = DemoData.published(recordedBy: instance.regio)
    let invented = InventedTrajecten.facts(of: instance.regio)
    let facts = published + invented
    let fileName = instance.regio + ".jsonl"
    try surroundings.files.writeWhole(facts.flatMap(\.line), to: folder + "/" + fileName)
    let request = ImportRequest(path: folder + "/" + fileName, language: .english)
    let report = try FactImport.run(request, into: instance.workspace)
    guard report.recordedCount == facts.count else {
      throw DemoError.notAllRecorded(file: shown(fileName), recorded: report.recordedCount, of: facts.count)
    }
    try tell(
      .step(
        line(instance, ["import", shown(fileName)]),
        result: DemoWords.imported(published: published.count, invented: invented.count)))
  }

  /// The founder and the second region each record how one traject ended, before they have heard of each other.
  private func disagree(_ instances: [DemoInstance], _ tell: (Scene) throws -> Void) throws {
    for (instance, reason) in zip(instances, ["01", "03"]) {
      let fact = Fact.invented(
        "traject_beeindigd",
        ["traject": .string(InventedTrajecten.disputed), "datum": "2016-05-12", "reden": .string(reason)])
      let outcome = try Recording(instance.workspace).record(fact.kind, fact.payload)
      let fields = ["traject", "datum", "reden", "herkomst_data"].compactMap { name in
        fact.payload[name]?.stringValue.map { name + "=" + $0 }
      }
      try tell(
        .step(
          line(instance, ["record", fact.kind] + fields),
          result: CommandWords.recorded(outcome.reference.text, fact.kind)))
    }
  }
}
