/// A report or data set that a scenario draws on.
package struct Source: Equatable, Sendable {
  /// The word by which values name it.
  package let key: String
  package let title: String
  /// When it appeared, as the source gives it: a day, a month, a year, or "undated".
  package let date: String

  package init(key: String, title: String, date: String) {
    self.key = key
    self.title = title
    self.date = date
  }
}
