import Cryptography
import Foundation

// Simulates instances of Veldlog from a seed, and compares them with a plain model after every step.
// The same bundles are looked at by many instances many times.
RememberedSignatures.turnOn()
exit(
  Program(
    Arguments(Array(CommandLine.arguments.dropFirst()), environment: ProcessInfo.processInfo.environment)
  ).run())
