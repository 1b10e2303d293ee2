import Platform

// The only place that reads the environment and the arguments, and that exits.
exit(Program(surroundings: .real, environment: Environment.current).run(Array(CommandLine.arguments.dropFirst())))
