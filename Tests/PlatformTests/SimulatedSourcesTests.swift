import Platform
import Testing

@Suite struct SimulatedSourcesTests {
  @Test func `the same seed gives the same bytes, another seed others`() {
    let first = SeededRandomness(seed: 7)
    let second = SeededRandomness(seed: 7)
    #expect(first.bytes(12) == second.bytes(12))
    #expect(first.bytes(12) == second.bytes(12))
    #expect(SeededRandomness(seed: 7).bytes(12) != SeededRandomness(seed: 8).bytes(12))
    #expect(first.bytes(0).isEmpty)
  }

  @Test func `the generator gives the numbers of its published form`() {
    var numbers = SplitMix(seed: 1_234_567)
    #expect(numbers.next() == 6_457_827_717_110_365_317)
    #expect(numbers.next() == 3_203_168_211_198_807_973)
  }

  @Test func `a clock can be put forwards and back, and stops at its ends`() {
    let clock = ManualClock(at: 1_000)
    clock.advance(milliseconds: -1_500)
    #expect(clock.now() == -500)
    clock.set(to: .max)
    clock.advance(milliseconds: 1)
    #expect(clock.now() == .max)
  }
}
