/// Where in the screen the window stands.
extension Browser {
  /// The rows of the terminal, divided.
  struct Window {
    /// Lines at the top that stay.
    var headRows: Int
    /// Lines that scroll.
    var bodyRows: Int
    /// Lines at the foot.
    var footRows: Int
  }

  static let fewestColumns = Look.fewestColumns
  static let fewestRows = 12

  public var isTooSmall: Bool { columns < Self.fewestColumns || rows < Self.fewestRows }

  var window: Window {
    let footRows = foot(nil).count
    let headCount: Int =
      switch mode {
      case .looking: screen.headCount
      case .facts, .details, .help: readingHead.count
      }
    // A head that leaves no room scrolls with the rest.
    let headRows = rows - footRows - headCount >= 5 ? headCount : 0
    return Window(headRows: headRows, bodyRows: max(1, rows - footRows - headRows), footRows: footRows)
  }

  /// The number of lines that scroll.
  private var bodyCount: Int {
    switch mode {
    case .looking: screen.lines.count - window.headRows
    case .facts, .details, .help: readingCount + (readingHead.count - window.headRows)
    }
  }

  private var largestScroll: Int { max(0, bodyCount - window.bodyRows) }

  /// How many lines lie below the window.
  var linesBelow: Int {
    let place: Int =
      switch mode {
      case .looking: scroll
      case .facts(_, let scroll), .details(_, let scroll), .help(let scroll): scroll
      }
    return max(0, largestScroll - place)
  }

  mutating func scrollBody(by count: Int) {
    scroll = min(max(0, scroll + count), largestScroll)
  }

  mutating func scrollText(by count: Int) {
    func moved(_ scroll: Int) -> Int { min(max(0, scroll + count), largestScroll) }
    switch mode {
    case .looking: break
    case .facts(let list, let scroll): mode = .facts(list, scroll: moved(scroll))
    case .details(let figure, let scroll): mode = .details(figure, scroll: moved(scroll))
    case .help(let scroll): mode = .help(scroll: moved(scroll))
    }
  }

  mutating func moveDown() {
    if selected + 1 < screen.figures.count {
      if isSelectedInWindow { selected += 1 }
      showSelected()
    } else {
      scrollBody(by: 1)
    }
  }

  mutating func moveUp() {
    if selected > 0 {
      if isSelectedInWindow { selected -= 1 }
      showSelected()
      // From the first figure on, the lines above it too.
      if selected == 0, (screen.figures.first?.line ?? 0) - window.headRows < window.bodyRows { scroll = 0 }
    } else {
      scrollBody(by: -1)
    }
  }

  private var isSelectedInWindow: Bool {
    guard let figure = selectedFigure else { return false }
    let line = figure.line - window.headRows
    return line < 0 || (scroll..<scroll + window.bodyRows).contains(line)
  }

  /// Scrolls as little as it takes to see the marker.
  mutating func showSelected() {
    guard let figure = selectedFigure else { return }
    let (line, height) = (figure.line - window.headRows, window.bodyRows)
    if line < scroll { scroll = max(0, line) }
    if line >= scroll + height { scroll = line - height + 1 }
    scroll = min(scroll, largestScroll)
  }

  mutating func keepWithinBounds() {
    selected = min(selected, max(0, screen.figures.count - 1))
    scrollBody(by: 0)
    scrollText(by: 0)
  }
}
