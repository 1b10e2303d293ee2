import Foundation

// Simulates instances of Veldlog from a seed, and compares them with a plain model after every step.
exit(
  Program(
    Arguments(Array(CommandLine.arguments.dropFirst()), environment: ProcessInfo.processInfo.environment)
  ).run())
