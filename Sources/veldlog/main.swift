import Platform

// The only place that reads the environment and the arguments, and that exits.
Memory.keepFreedBlocks()
let environment = Environment.current
var surroundings = Surroundings.real
surroundings.stateFolder = Surroundings.stateFolder(from: environment.variable)
exit(Program(surroundings: surroundings, environment: environment).run(Array(CommandLine.arguments.dropFirst())))
