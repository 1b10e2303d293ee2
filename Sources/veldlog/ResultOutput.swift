import Dashboard
import Query
import Terminal
import Vocabulary
import Words

/// A query's result in the form that was asked for.
enum ResultOutput {
  static func print(_ result: QueryResult, _ figures: Figures) {
    print(result, vocabulary: figures.workspace.vocabulary, figures.invocation)
  }

  static func print(_ result: QueryResult, vocabulary: Vocabulary, _ invocation: Invocation) {
    let console = invocation.console
    if console.format == .json || console.format == .csv {
      // These have no place for what belongs beside the figures, such as a break in the series.
      for note in result.notes { console.note(note.phrase()) }
    }
    switch console.format {
    case .json:
      for piece in result.jsonPieces { Console.write(piece, to: 1) }
      Console.write("\n", to: 1)
    case .csv: Console.write(ResultTable.csv(result), to: 1)
    case .markdown: Console.write(ResultTable.markdown(result, language: console.language), to: 1)
    case .table:
      invocation.print(ResultTable(result, vocabulary: vocabulary).drawn(invocation.look))
    }
  }
}

extension Invocation {
  /// How screens are drawn for this terminal.
  var look: Look {
    Look(width: console.width, language: console.language, isASCII: environment.knowsOnlyASCII)
  }

  func print(_ screen: Screen) {
    for line in screen.lines {
      if console.palette == .none {
        console.out(line.text)
      } else {
        console.out(line.spans.map { $0.style.onTerminal.applied(to: $0.text, in: console.palette) }.joined())
      }
    }
  }
}
