/// What a person pressed.
public enum Key: Sendable, Hashable {
  /// A letter, digit or sign; one scalar at a time, so a mark may follow its letter.
  case character(Character)
  /// A small letter together with Ctrl.
  case control(Character)
  case up, down, left, right
  case home, end, pageUp, pageDown
  case enter, escape, tab, backTab, backspace, delete
}
