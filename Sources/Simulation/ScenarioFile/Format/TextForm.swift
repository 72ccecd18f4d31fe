import Moderation

/// A kind of text with a syntax of its own.
enum TextForm: Sendable {
  /// A word of small letters, digits and hyphens.
  case key
  case date
  /// A date, or `never`.
  case start
  /// A date with or without a time of day.
  case instant
  /// A day, a month or a year as a source gives it, or `undated`.
  case sourceDate
  case timeOfDay
  case offset

  var expectation: String {
    switch self {
    case .key: "a word of at most 64 letters a to z, digits and hyphens"
    case .date: "a date such as 2016-01-01"
    case .start: "a date such as 2016-01-01, or never"
    case .instant: "a date and time such as \"2016-04-12 09:00\""
    case .sourceDate: "a date such as 12 April 2016, April 2016, 2016 or undated"
    case .timeOfDay: "a time such as \"08:00\""
    case .offset: "an offset such as \"+08:00\""
    }
  }

  /// What the schema can say of it, as a regular expression of ECMA-262.
  var pattern: String {
    let date = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
    return switch self {
    case .key: "^[a-z0-9-]{1,64}$"
    case .date: "^\(date)$"
    case .start: "^(\(date)|never)$"
    case .instant: "^\(date)([ T][0-9]{2}:[0-9]{2})?$"
    case .sourceDate:
      "^(undated|(([0-9]{1,2} )?(\(MonthText.names.joined(separator: "|"))) )?[0-9]{4})$"
    case .timeOfDay: "^[0-9]{2}:[0-9]{2}$"
    case .offset: "^[+-][0-9]{2}:[0-9]{2}$"
    }
  }

  func allows(_ text: String) -> Bool {
    switch self {
    case .key: return Self.isKey(text)
    case .date: return ScenarioClock.date(parsing: text) != nil
    case .start: return text == "never" || ScenarioClock.date(parsing: text) != nil
    case .instant:
      // Whether a text is an instant does not depend on the clock; which one does.
      let clock = ScenarioClock(startDate: CivilDate(daysSinceEpoch: 0), utcOffsetMinutes: 0)
      return clock.instant(parsing: text, dateAloneMeans: .start) != nil
    case .sourceDate: return MonthText.isDate(text)
    case .timeOfDay: return ScenarioClock.timeOfDay(parsing: text) != nil
    case .offset: return Self.offset(text) != nil
    }
  }

  static func isKey(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
      }
  }

  /// The minutes east of UTC in `+08:00`, or nil.
  static func offset(_ text: String) -> Int? {
    guard let sign = text.first, sign == "+" || sign == "-",
      let (hour, minute) = ScenarioClock.timeOfDay(parsing: text.dropFirst()), hour <= 14
    else { return nil }
    return (sign == "-" ? -1 : 1) * (hour * 60 + minute)
  }
}
