import TestSupport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Runs the built program as a person would, in a folder of its own.
struct Session {
  let folder = TemporaryFolder()

  /// What a run left behind.
  struct Outcome {
    let status: Int32
    let out: String
    let err: String

    /// The first line of standard output.
    var first: String { out.split(separator: "\n").first.map(String.init) ?? "" }
  }

  /// The program stands beside the test bundle.
  static let program: String = {
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
    return bundle.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/veldlog"
  }()

  var path: String { folder.path }

  /// Runs `veldlog` with these words, in English unless they say otherwise, in the session's folder.
  @discardableResult
  func run(_ words: String..., input: String = "", locale: String = "en_GB.UTF-8") -> Outcome {
    run(words, input: input, locale: locale)
  }

  /// Runs it as on another device: with another folder, and other memories outside it.
  @discardableResult
  func run(in place: String, on device: String, _ words: String...) -> Outcome {
    run(words, place: place, device: device)
  }

  func run(
    _ words: [String], input: String = "", locale: String = "en_GB.UTF-8", place: String = "w", device: String? = nil
  ) -> Outcome {
    let files = ["in", "out", "err"].map { path + "/.session-" + $0 }
    write(input, to: files[0])
    let process = spawn(words, files: files, locale: locale, place: place, device: device)
    let status = wait(process)
    // The low seven bits are the signal, the next eight the exit status.
    let code = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F)
    return Outcome(status: code, out: read(files[1]), err: read(files[2]))
  }

  /// Starts `veldlog` and leaves it running.
  func spawn(
    _ words: [String], files: [String], locale: String = "en_GB.UTF-8", place: String = "w", device: String? = nil
  ) -> pid_t {
    var variables = ["LC_ALL=\(locale)", "HOME=\(path)", "PATH=/usr/bin:/bin"]
    if let device { variables.append("XDG_STATE_HOME=\(path)/\(device)") }
    return start(Self.program, ["--dir", path + "/" + place] + words, files: files, variables: variables)
  }

  @discardableResult
  func wait(_ process: pid_t) -> Int32 {
    var status: Int32 = 0
    waitpid(process, &status, 0)
    return status
  }

  /// Copies a folder with all in it.
  func copy(_ source: String, to target: String) { call("/bin/cp", "-a", path + "/" + source, path + "/" + target) }

  func move(_ source: String, to target: String) { call("/bin/mv", path + "/" + source, path + "/" + target) }

  private func call(_ program: String, _ words: String...) {
    let files = [path + "/.session-in", path + "/.session-out", path + "/.session-err"]
    write("", to: files[0])
    let status = wait(start(program, words, files: files, variables: []))
    precondition(status == 0, "\(program) \(words) failed")
  }

  func start(_ program: String, _ words: [String], files: [String], variables: [String]) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, files[0], O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, files[1], O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, files[2], O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    let arguments = [program] + words
    var environment: [UnsafeMutablePointer<CChar>?] = variables.map { (text: String) in strdup(text) } + [nil]
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { (text: String) in strdup(text) } + [nil]
    defer { (pointers + environment).forEach { free($0) } }
    var process = pid_t()
    let failure = posix_spawn(&process, program, &actions, nil, &pointers, &environment)
    precondition(failure == 0, "cannot run \(program)")
    return process
  }

  /// Waits until a file holds a text; false when it still does not after ten seconds.
  func waits(for text: String, in file: String) -> Bool {
    for _ in 0..<1000 {
      if read(file).contains(text) { return true }
      usleep(10_000)
    }
    return false
  }

  func write(_ text: String, to file: String) {
    guard let stream = fopen(file, "w") else { return }
    defer { fclose(stream) }
    _ = text.withCString { fwrite($0, 1, strlen($0), stream) }
  }

  func read(_ file: String) -> String {
    guard let stream = fopen(file, "r") else { return "" }
    defer { fclose(stream) }
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 { text += buffer[..<count] }
    return String(decoding: text, as: UTF8.self)
  }

  /// A session with a workspace founded in it.
  static func founded() -> Session {
    let session = Session()
    session.run("init", "--workspace", "Proef", "--regio", "zeeland", "--name", "laptop 1")
    return session
  }
}
