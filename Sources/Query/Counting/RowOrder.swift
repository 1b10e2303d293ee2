/// The order of a result's rows: by what was asked for, then alphabetically by their keys.
struct RowOrder {
  private enum Subject {
    case key(Int)
    case figure(Int)
  }

  private let steps: [(subject: Subject, isDescending: Bool)]

  init(_ sortKeys: [Query.SortKey], _ dimensions: [Dimension], _ indicators: [Indicator]) {
    var steps: [(subject: Subject, isDescending: Bool)] = []
    for sortKey in sortKeys {
      switch sortKey.subject {
      case .dimension(let dimension):
        if let index = dimensions.firstIndex(of: dimension) { steps.append((.key(index), sortKey.isDescending)) }
      case .indicator(let id):
        if let index = indicators.firstIndex(where: { $0.id == id }) {
          steps.append((.figure(index), sortKey.isDescending))
        }
      }
    }
    self.steps = steps + dimensions.indices.map { (.key($0), false) }
  }

  func sort(_ rows: inout [QueryResult.Row]) {
    rows.sort { left, right in
      for step in steps {
        switch step.subject {
        case .key(let index):
          if let isBefore = Self.compare(left.keys[index], right.keys[index], step.isDescending) { return isBefore }
        case .figure(let index):
          let (a, b) = (left.figures[index].value, right.figures[index].value)
          if let isBefore = Self.compare(a, b, step.isDescending) { return isBefore }
        }
      }
      return false
    }
  }

  /// Whether `left` stands before `right`; nil when they are equal. What is not known stands last either way.
  private static func compare<T: Comparable>(_ left: T?, _ right: T?, _ isDescending: Bool) -> Bool? {
    switch (left, right) {
    case (nil, nil): nil
    case (nil, _): false
    case (_, nil): true
    case (let left?, let right?): left == right ? nil : (left < right) != isDescending
    }
  }
}
