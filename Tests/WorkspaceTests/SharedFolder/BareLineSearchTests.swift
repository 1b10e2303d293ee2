import EventLog
import Identity
import Platform
import TestSupport
import Testing

@testable import Workspace

@Suite struct BareLineSearchTests {
  @Test func `lines without payload are found, however the segment is cut into pieces`() throws {
    let region = Region()
    try region.found("/a")
    for number in 1...3 { try region.record("T-\(number)", ended: "2016-02-27", at: "/a") }
    let log = try region.open("/a").log
    let path = "/a/logs/\(log)/0000000001.jsonl"
    var bytes: [UInt8] = []
    var bare: [Int] = []
    for (index, line) in try region.files.contents(of: path).split(separator: 0x0A).enumerated() {
      let text = String(decoding: line, as: UTF8.self)
      if text.contains("\"T-1\"") || text.contains("\"T-3\"") {
        // As an erased line stands: its digest before the head, and no payload.
        let parts = text.split(separator: ",\"payload\":", maxSplits: 1)
        let digest = String(repeating: "A", count: 43)
        bytes += Array(parts[0].utf8.prefix(23)) + Array("\"digest\":\"\(digest)\",".utf8)
        bytes += Array(parts[0].utf8.dropFirst(23)) + Array("}\n".utf8)
        bare.append(index + 1)
      } else {
        bytes += line + [0x0A]
      }
    }
    #expect(bare.count == 2)
    for size in [1, 7, 64, 200, bytes.count] {
      var search = BareLineSearch()
      var rest = bytes[...]
      while !rest.isEmpty {
        search.take(Array(rest.prefix(size)))
        rest = rest.dropFirst(size)
      }
      #expect(search.seqs == bare, "\(size)")
    }
  }
}
