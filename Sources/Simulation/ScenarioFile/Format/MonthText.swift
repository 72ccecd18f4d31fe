import Moderation

/// Dates as reports give them: `12 April 2016`, `April 2016`, `2016` or `undated`.
enum MonthText {
  static let names = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  static func isDate(_ text: String) -> Bool { text == "undated" || firstDay(text) != nil }

  /// The first day that the text may mean; nil when it is undated or no date.
  static func firstDay(_ text: String) -> CivilDate? {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard let yearWord = words.last, yearWord.count == 4, let year = number(yearWord) else {
      return nil
    }
    switch words.count {
    case 1: return CivilDate(year: year, month: 1, day: 1)
    case 2: return month(words[0]).flatMap { CivilDate(year: year, month: $0, day: 1) }
    case 3:
      guard let day = number(words[0]), let month = month(words[1]) else { return nil }
      return CivilDate(year: year, month: month, day: day)
    default: return nil
    }
  }

  private static func month(_ word: Substring) -> Int? {
    names.firstIndex { $0 == word }.map { $0 + 1 }
  }

  private static func number(_ digits: Substring) -> Int? {
    digits.count <= 4 && digits.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(digits) : nil
  }
}
