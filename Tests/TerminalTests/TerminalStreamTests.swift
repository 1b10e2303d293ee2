import Terminal
import Testing

@Suite struct TerminalStreamTests {
  @Test func `only a terminal has a size`() {
    for stream in [TerminalStream.input, .output, .errors] where !stream.isTerminal { #expect(stream.size == nil) }
  }
}
