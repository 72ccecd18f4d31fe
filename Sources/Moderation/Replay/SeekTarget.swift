import Queueing

/// Where in a recording a user wants to be.
package enum SeekTarget: Equatable, Sendable {
  package enum Direction: Equatable, Sendable {
    case back, forth
  }

  case start, end
  case instant(Microseconds)
  /// So much later than now, or earlier when it is negative.
  case by(Microseconds)
  /// A share of the length of the recording, 0 to 1.
  case share(Double)
  /// After so many events of the log.
  case event(Int)
  /// So many events further, or back when it is negative.
  case byEvents(Int)
  /// The next or previous full hour of the day, or minute.
  case edge(Microseconds, Direction)
  case marker(Direction)
  /// A little before the next or previous event that the filter lets through.
  case match(Direction)

  /// What a user may type, in a line.
  package static let usage =
    "2016-03-01 14:03, 14:03, +90m, -2h, +3d, +1w, 50%, #1200, start or end"

  /// Reads what `usage` says; nil when it is something else.
  ///
  /// - Parameter now: tells the day of a time without a date.
  package init?(parsing text: String, clock: ScenarioClock, now: Microseconds = 0) {
    let text = text.trimmed
    switch text {
    case "start": self = .start
    case "end": self = .end
    default:
      if let target = Self.relative(text) ?? Self.measured(text) {
        self = target
      } else if let instant = clock.instant(parsing: text, dateAloneMeans: .start) {
        self = .instant(instant)
      } else if let (hour, minute) = ScenarioClock.timeOfDay(parsing: text) {
        self = .instant(clock.instant(of: clock.date(at: now), hour: hour, minute: minute))
      } else if let (rest, seconds) = Self.withoutSeconds(text),
        case .instant(let minute)? = SeekTarget(parsing: rest, clock: clock, now: now)
      {
        self = .instant(minute + seconds * TimeUnit.second)
      } else {
        return nil
      }
    }
  }

  /// What is wrong with a text that means no place, in a few words.
  package static func fault(in text: String) -> String {
    func isNumbers(_ word: Substring, _ separator: Character, _ count: ClosedRange<Int>) -> Bool {
      let parts = word.split(separator: separator, omittingEmptySubsequences: false)
      return count.contains(parts.count)
        && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }
    }
    for word in text.split(whereSeparator: { $0 == " " || $0 == "T" }) {
      if isNumbers(word, "-", 3...3), ScenarioClock.date(parsing: word) == nil {
        return "there is no day \(word); expected one such as 2016-03-01"
      }
      let time = withoutSeconds(String(word))?.rest ?? String(word)
      if isNumbers(word, ":", 2...3), ScenarioClock.timeOfDay(parsing: time) == nil {
        return "there is no time \(word); expected one from 00:00 to 24:00"
      }
    }
    if text.last == "%" { return "expected a share from 0% to 100%" }
    return "expected \(usage)"
  }

  /// What stands before the seconds of `… 14:03:59`, and how many they are.
  private static func withoutSeconds(_ text: String) -> (rest: String, seconds: Microseconds)? {
    let digits = text.suffix(2)
    guard text.count(where: { $0 == ":" }) == 2, text.dropLast(2).last == ":",
      let seconds = Microseconds(digits), (0..<60).contains(seconds)
    else { return nil }
    return (String(text.dropLast(3)), seconds)
  }

  private static let units: [(name: String, length: Microseconds)] = [
    ("s", TimeUnit.second), ("min", TimeUnit.minute), ("m", TimeUnit.minute),
    ("h", TimeUnit.hour), ("d", TimeUnit.day), ("w", 7 * TimeUnit.day),
  ]

  /// `+90m` and the like.
  private static func relative(_ text: String) -> SeekTarget? {
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let rest = text.dropFirst()
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard let number = Microseconds(digits), number <= 1_000_000,
      let unit = units.first(where: { $0.name == rest.dropFirst(digits.count).trimmed })
    else { return nil }
    return .by(sign == "-" ? -number * unit.length : number * unit.length)
  }

  /// `50%` and `#1200`.
  private static func measured(_ text: String) -> SeekTarget? {
    if text.last == "%", let percent = Double(text.dropLast().trimmed),
      (0...100).contains(percent)
    {
      return .share(percent / 100)
    }
    if text.first == "#", let number = Int(text.dropFirst()), number >= 0 { return .event(number) }
    return nil
  }
}

extension StringProtocol {
  /// Without blanks at either end.
  package var trimmed: String {
    let start = drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }
}
