import Platform
import Workspace

/// How the logs of a workspace stand on the disk, cheap to look at again: other names or sizes mean other facts.
struct LogsStamp: Equatable {
  private struct Part: Equatable {
    let path: String
    let size: Int
  }

  private var parts: [Part] = []

  /// What cannot be read is passed over: it is said when the facts are read.
  init(_ workspace: Workspace) {
    let files = workspace.files
    for name in (try? files.names(in: workspace.logsPath)) ?? [] {
      let log = workspace.logsPath + "/" + name
      for part in (try? files.names(in: log)) ?? [] {
        let path = log + "/" + part
        parts.append(Part(path: path, size: ((try? files.entry(at: path)) ?? nil)?.size ?? 0))
      }
    }
  }
}
