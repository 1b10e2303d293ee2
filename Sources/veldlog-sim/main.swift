import Foundation

// Simulates instances of Veldlog from a seed, and compares them with a plain model after every step.
exit(Program(Array(CommandLine.arguments.dropFirst())).run())
