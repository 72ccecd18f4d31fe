import Moderation
import Queueing

/// Numbers, shares and durations as they stand on the screen.
package enum Format {
  /// A whole number with separators, as in `24,871`.
  package static func count(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var text = ""
    for (offset, digit) in digits.enumerated() {
      if offset > 0, (digits.count - offset) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return number < 0 ? "−" + text : text
  }

  /// A count in at most seven cells: whole below a million, then as in `418.1 M`.
  package static func short(_ number: Int) -> String {
    guard number >= 1_000_000 else { return count(number) }
    var scaled = Double(number) / 1e6
    for unit in ["M", "G", "T", "P"] {
      if scaled < 999.95 { return "\(fixed(scaled, 1)) \(unit)" }
      scaled /= 1_000
    }
    return "\(fixed(scaled, 0)) E"
  }

  /// A count with separators, or a shorter text where that takes more cells than there are,
  /// as in `418.1 M`, `418 M` or `418 k`.
  package static func count(_ number: Int, cells: Int) -> String {
    let texts = [count(number), short(number), compact(number)]
    return texts.first { CellWidth.of($0) <= cells } ?? texts[0]
  }

  /// A count in at most five cells, without decimals.
  private static func compact(_ number: Int) -> String {
    var scaled = Double(number.magnitude)
    for unit in ["", " k", " M", " G", " T", " P"] {
      if scaled < 999.5 { return "\(number < 0 ? "−" : "")\(fixed(scaled, 0))\(unit)" }
      scaled /= 1_000
    }
    return "\(fixed(scaled, 0)) E"
  }

  /// A text with blanks before it, so that it takes so many cells.
  package static func padded(_ text: String, cells: Int) -> String {
    String(repeating: " ", count: max(0, cells - CellWidth.of(text))) + text
  }

  /// A number with a fixed number of decimals, rounded half away from zero.
  package static func fixed(_ number: Double, _ decimals: Int) -> String {
    guard number.isFinite else { return "–" }
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (number.magnitude * scale).rounded()
    guard scaled < 1e15 else { return "\(number)" }
    let digits = String(Int(scaled))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let whole = padded.prefix(padded.count - decimals)
    let sign = number < 0 && scaled > 0 ? "−" : ""
    return decimals == 0 ? sign + whole : "\(sign)\(whole).\(padded.suffix(decimals))"
  }

  /// A rate in at most seven cells: two decimals where they say something.
  package static func rate(_ number: Double) -> String {
    number < 99.995 ? fixed(number, 2) : number < 1e15 ? short(Int(number.rounded())) : "–"
  }

  /// An amount that need not be whole, in at most seven cells.
  package static func amount(_ number: Double) -> String {
    guard number.isFinite, number.magnitude < 1e18 else { return "–" }
    return short(Int(number.rounded()))
  }

  /// A share as in `7.2 %`, `100 %`, `×27` from ten times the whole on, or a dash.
  package static func percent(_ share: Double?, decimals: Int = 1) -> String {
    guard let share, share.isFinite, share < 1e15 else { return "–" }
    let percent = share * 100
    if percent >= 999.5 { return "×\(count(Int(share.rounded())))" }
    return percent >= 99.95 ? "\(fixed(percent, 0)) %" : "\(fixed(percent, decimals)) %"
  }

  /// A measure in its unit, or a dash.
  package static func measure(_ value: Double?, _ unit: RegimeMetric.Unit) -> String {
    guard let value else { return "–" }
    return switch unit {
    case .count, .views, .itemHours, .cost: amount(value)
    case .share: percent(value)
    case .hours: hours(value)
    case .minutes: minutes(value)
    case .seconds: seconds(value)
    }
  }

  /// A share of a whole that may be empty.
  package static func percent(_ part: Int, of whole: Int) -> String {
    percent(whole == 0 ? nil : Double(part) / Double(whole))
  }

  /// A duration in at most seven cells, as in `45s`, `38m`, `1h 12m`, `3d 4h`, or a dash.
  package static func duration(_ span: Microseconds?) -> String {
    guard let span else { return "–" }
    let seconds = max(0, span) / TimeUnit.second
    if seconds < 60 { return "\(seconds)s" }
    let minutes = seconds / 60
    if minutes < 60 { return "\(minutes)m" }
    let hours = minutes / 60
    if hours < 24 { return "\(hours)h \(padded(minutes % 60))m" }
    let days = hours / 24
    return days < 100 ? "\(days)d \(hours % 24)h" : "\(days)d"
  }

  /// A duration in hours, as `duration` has it.
  package static func hours(_ hours: Double?) -> String {
    guard let hours, hours.isFinite, hours < 1e9 else { return "–" }
    return duration(Microseconds(hours * Double(TimeUnit.hour)))
  }

  /// A duration in seconds, as `duration` has it.
  package static func seconds(_ seconds: Double?) -> String { hours(seconds.map { $0 / 3_600 }) }

  /// Minutes with a decimal, as in `8.4m`, or a dash.
  package static func minutes(_ minutes: Double?) -> String {
    minutes.map { "\(fixed($0, 1))m" } ?? "–"
  }

  private static func padded(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
