import Queueing

/// Translates between simulated time and the calendar of the scenario's place.
///
/// The zone is a fixed offset from UTC: none of the places in question changes
/// its clocks.
package struct ScenarioClock: Equatable, Sendable {
  /// The first day; time 0 is its midnight.
  package let startDate: CivilDate
  /// Minutes east of UTC.
  package let utcOffsetMinutes: Int

  package init(startDate: CivilDate, utcOffsetMinutes: Int) {
    self.startDate = startDate
    self.utcOffsetMinutes = utcOffsetMinutes
  }

  /// The instant at which a local date and time of day begins.
  package func instant(of date: CivilDate, hour: Int = 0, minute: Int = 0) -> Microseconds {
    let days = Microseconds(date.daysSinceEpoch - startDate.daysSinceEpoch)
    return days * TimeUnit.day + Microseconds(hour) * TimeUnit.hour
      + Microseconds(minute) * TimeUnit.minute
  }

  /// The local date at an instant.
  package func date(at instant: Microseconds) -> CivilDate {
    CivilDate(
      daysSinceEpoch: startDate.daysSinceEpoch + Int(instant.flooredQuotient(by: TimeUnit.day)))
  }

  /// The microseconds since local midnight at an instant.
  package func timeOfDay(at instant: Microseconds) -> Microseconds {
    instant - instant.flooredQuotient(by: TimeUnit.day) * TimeUnit.day
  }

  /// The instant that a text means, or nil when it means none.
  ///
  /// Accepts `2016-04-12`, `2016-04-12 09:00` and `2016-04-12T09:00`, both with seconds as
  /// well, in the scenario's zone, and what `iso8601` gives. A date alone means `dayEdge`.
  package func instant(parsing text: String, dateAloneMeans dayEdge: DayEdge) -> Microseconds? {
    let halves = text.split(
      maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 == " " || $0 == "T" })
    guard let date = halves.first.flatMap(Self.date(parsing:)) else { return nil }
    guard halves.count == 2 else {
      let midnight = instant(of: date)
      return dayEdge == .start ? midnight : midnight + TimeUnit.day
    }
    var time = halves[1]
    // The zone of the scenario is understood, and no other.
    let zone = iso8601(at: 0).suffix(6)
    if time.count == 14, time.hasSuffix(zone) { time = time.dropLast(6) }
    var seconds: Microseconds = 0
    if time.count == 8, time.dropFirst(5).first == ":" {
      guard let number = Self.number(time.suffix(2)), number < 60 else { return nil }
      seconds = Microseconds(number) * TimeUnit.second
      time = time.dropLast(3)
    }
    guard let (hour, minute) = Self.timeOfDay(parsing: time), hour < 24 || seconds == 0 else {
      return nil
    }
    return instant(of: date, hour: hour, minute: minute) + seconds
  }

  /// Which end of a day a date alone stands for.
  package enum DayEdge: Sendable {
    case start, end
  }

  /// The date in `2016-04-12`, or nil.
  package static func date(parsing text: some StringProtocol) -> CivilDate? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      let year = number(parts[0]), let month = number(parts[1]), let day = number(parts[2])
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  /// The hour and minute in `09:00`, up to `24:00`, or nil.
  package static func timeOfDay(
    parsing text: some StringProtocol
  ) -> (hour: Int, minute: Int)? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 2, parts[1].count == 2,
      let hour = number(parts[0]), let minute = number(parts[1]),
      minute < 60, hour * 60 + minute <= 24 * 60
    else { return nil }
    return (hour, minute)
  }

  private static func number(_ digits: some StringProtocol) -> Int? {
    digits.allSatisfy { $0.isASCII && $0.isNumber } ? Int(digits) : nil
  }
}

extension Microseconds {
  /// The quotient rounded towards minus infinity; `divisor` is positive.
  package func flooredQuotient(by divisor: Microseconds) -> Microseconds {
    self >= 0 ? self / divisor : -((divisor - 1 - self) / divisor)
  }
}
