import CanonicalJSON
import Cryptography
import EventLog
import Identity
import Platform
import TestSupport
import Testing
import Vocabulary

/// A founder's shared log in a folder of its own.
struct LogFixture {
  let folder = TemporaryFolder()
  let surroundings: Surroundings
  let key: Ed25519.PrivateKey
  let log: LogID

  init(seed: UInt64 = 1) {
    surroundings = .repeatable(seed)
    key = Ed25519.PrivateKey(seed: surroundings.randomness.bytes(32))!
    log = LogID(key.publicKey)
  }

  var logs: String { folder.path + "/logs" }
  var quarantine: String { folder.path + "/quarantine" }
  var logFolder: LogFolder { LogFolder(log, in: logs, files: surroundings.files) }
  var firstPart: String { logs + "/\(log)/0000000001.jsonl" }

  var header: LogHeader {
    LogHeader(audience: .gedeeld, follows: nil, publicKey: key.publicKey, regio: "zeeland", workspace: log)
  }

  func found() throws -> LogWriter {
    try LogWriter(founding: header, in: logs, key: key, surroundings: surroundings)
  }

  func open() throws -> LogWriter {
    try LogWriter(opening: logFolder, key: key, quarantine: quarantine, surroundings: surroundings)
  }

  func bytes() throws -> [UInt8] { try surroundings.files.contents(of: firstPart) }

  func write(_ bytes: [UInt8]) throws {
    try surroundings.files.writeWhole(bytes, to: firstPart)
  }

  func report() throws -> LogReport {
    try #require(LogVerifier.verify(log, in: logs, files: surroundings.files, workspace: log).first)
  }
}

/// The end of an invented traject.
func einde(_ number: Int) -> Draft {
  Draft(
    kind: "traject_beeindigd",
    payload: JSONValue.object([
      "traject": .string("T-\(number)"), "datum": "2016-02-27", "reden": "01",
    ]))
}

extension Draft {
  init(kind: String, payload: JSONValue, replaces: [Reference] = []) {
    self.init(kind: kind, payload: payload.objectValue ?? JSONObject(), replaces: replaces)
  }
}

extension JSONValue {
  static func object(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
    var object = JSONObject()
    for (key, value) in members { object[key] = value }
    return .object(object)
  }
}
