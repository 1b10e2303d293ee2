import CanonicalJSON
import Merge
import Platform
import TestSupport
import Words
import Workspace

@testable import Demo

/// The whole story, played once for all tests that look at its outcome.
final class PlayedStory: Sendable {
  let folder: TemporaryFolder
  let ending: Ending
  let scenes: [Scene]
  /// What each instance holds in the end, in the order of `DemoStory.regions`.
  let states: [MergedState]

  private static let shared = Result { try PlayedStory() }

  static func played() throws -> PlayedStory { try shared.get() }

  private init() throws {
    folder = TemporaryFolder()
    let surroundings = Surroundings.repeatable(7)
    var scenes: [Scene] = []
    ending = try DemoStory(in: folder.path + "/demo", shownAs: "demo", surroundings: surroundings)
      .play { scenes.append($0) }
    self.scenes = scenes
    states = try ending.instances.map { instance in
      try Workspace(opening: instance.folder, surroundings: surroundings).state()
    }
  }

  /// The payloads of a kind's facts that figures use, as the last instance sees them.
  func facts(_ kind: String) -> [JSONObject] {
    guard let state = states.last else { return [] }
    return (0..<state.table.rowCount).filter { state.isUsed[$0] && state.table.kindName($0) == kind }
      .compactMap { state.table.payloadObject($0) }
  }

  /// The names of all kinds in use.
  var kinds: [String] { states.last?.table.kindNames ?? [] }
}
