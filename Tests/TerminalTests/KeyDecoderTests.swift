import Terminal
import Testing

@Suite struct KeyDecoderTests {
  private func keys(_ text: String) -> [Key] {
    var decoder = KeyDecoder()
    return decoder.keys(from: text.utf8) + decoder.timeOut()
  }

  @Test func `letters, digits and signs are themselves, in UTF-8 too`() {
    #expect(keys("aé€😀?") == [.character("a"), .character("é"), .character("€"), .character("😀"), .character("?")])
  }

  @Test func `arrows and their neighbours, as the terminals send them`() {
    #expect(keys("\u{1B}[A\u{1B}[B\u{1B}[C\u{1B}[D") == [.up, .down, .right, .left])
    #expect(keys("\u{1B}OA\u{1B}OH\u{1B}OF") == [.up, .home, .end])
    #expect(keys("\u{1B}[H\u{1B}[1~\u{1B}[7~") == [.home, .home, .home])
    #expect(keys("\u{1B}[F\u{1B}[4~\u{1B}[8~") == [.end, .end, .end])
    #expect(keys("\u{1B}[5~\u{1B}[6~\u{1B}[3~\u{1B}[Z") == [.pageUp, .pageDown, .delete, .backTab])
    #expect(keys("\u{1B}[1;5A\u{1B}[5;2~") == [.up, .pageUp])
  }

  @Test func `keys that mean nothing here are passed over, and what follows them is not`() {
    #expect(keys("\u{1B}[24~x") == [.character("x")])
    #expect(keys("\u{1B}[[Ax") == [.character("x")])
    #expect(keys("\u{1B}OPx") == [.character("x")])
    #expect(keys("\u{1B}[<35;10;10Mx").last == .character("x"))
  }

  @Test func `Enter, Tab, Backspace and Ctrl with a letter`() {
    #expect(keys("\r\n\t\u{7F}\u{08}") == [.enter, .enter, .tab, .backspace, .backspace])
    #expect(keys("\u{03}\u{1A}\u{0C}") == [.control("c"), .control("z"), .control("l")])
  }

  @Test func `Esc alone is told from a sequence by time`() {
    var decoder = KeyDecoder()
    #expect(decoder.keys(from: [0x1B]).isEmpty)
    #expect(decoder.isWaiting)
    #expect(decoder.timeOut() == [.escape])
    #expect(!decoder.isWaiting)
    #expect(decoder.keys(from: [0x1B]).isEmpty)
    #expect(decoder.keys(from: [0x5B]).isEmpty)
    #expect(decoder.keys(from: [0x41]) == [.up])
    #expect(decoder.timeOut().isEmpty)
  }

  @Test func `Esc typed twice, or before a letter, is Esc`() {
    #expect(keys("\u{1B}\u{1B}") == [.escape, .escape])
    #expect(keys("\u{1B}q") == [.escape, .character("q")])
  }

  @Test func `a key cut anywhere is the same key`() {
    let bytes = Array("\u{1B}[5~é\u{1B}OA€\u{1B}[1;5Dz".utf8)
    let whole: [Key] = [.pageUp, .character("é"), .up, .character("€"), .left, .character("z")]
    for cut in 0...bytes.count {
      var decoder = KeyDecoder()
      #expect(decoder.keys(from: bytes[..<cut]) + decoder.keys(from: bytes[cut...]) == whole, "cut at \(cut)")
    }
  }

  @Test func `no bytes make it stop, trap or wait for ever`() {
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max {
        var decoder = KeyDecoder()
        _ = decoder.keys(from: [first, second])
        _ = decoder.timeOut()
        #expect(decoder.keys(from: [0x71]) == [.character("q")], "after \(first) \(second)")
      }
    }
    var decoder = KeyDecoder()
    _ = decoder.keys(from: Array("\u{1B}[".utf8) + Array(repeating: 0x30, count: 1000))
    #expect(decoder.keys(from: Array("q".utf8)).last == .character("q"))
  }
}
