import Workspace

/// One of the three instances.
struct DemoInstance {
  let workspace: Workspace

  init(_ workspace: Workspace) {
    self.workspace = workspace
  }

  /// Its region, which is also the name of its folder.
  var regio: String { workspace.settings.regio }
}
