extension CivilDate: CustomStringConvertible {
  /// As in `2016-04-12`.
  package var description: String {
    "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
  }

  /// As in `Tue 12 Apr 2016`.
  package var long: String {
    let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    return "\(weekdays[weekday]) \(day) \(monthName) \(year)"
  }

  /// As in `12 Apr 2016`.
  package var medium: String { "\(short) \(year)" }

  /// As in `12 Apr`.
  package var short: String { "\(day) \(monthName)" }

  private var monthName: String {
    let names = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    return names[month - 1]
  }

  static func padded(_ number: Int, _ digits: Int) -> String {
    let text = String(abs(number))
    let zeros = String(repeating: "0", count: max(0, digits - text.count))
    return (number < 0 ? "-" : "") + zeros + text
  }
}
