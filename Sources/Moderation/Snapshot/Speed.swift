import Queueing

/// How much simulated time passes in a second of wall time.
package struct Speed: Equatable, Comparable, Hashable, Sendable {
  /// Simulated microseconds a second; `Microseconds.max` means as fast as it goes.
  package let perSecond: Microseconds

  package init(perSecond: Microseconds) { self.perSecond = perSecond }

  package static let oneHour = Speed(perSecond: TimeUnit.hour)
  package static let maximum = Speed(perSecond: .max)

  /// The speeds that `faster` and `slower` step through.
  package static let steps: [Speed] = [
    Speed(perSecond: TimeUnit.second), Speed(perSecond: TimeUnit.minute),
    Speed(perSecond: 10 * TimeUnit.minute), oneHour, Speed(perSecond: 6 * TimeUnit.hour),
    Speed(perSecond: TimeUnit.day), Speed(perSecond: 7 * TimeUnit.day), maximum,
  ]

  /// The next step above, or this one when there is none.
  package func faster(among steps: [Speed] = Self.steps) -> Speed {
    steps.first { $0 > self } ?? self
  }

  /// The next step below, or this one when there is none.
  package func slower(among steps: [Speed] = Self.steps) -> Speed {
    steps.last { $0 < self } ?? self
  }

  /// The speeds of a replay: from an eighth of a speed to 64 times it, and the maximum.
  package static func replaySteps(of unit: Speed) -> [Speed] {
    let steps = (-3...6).map { power in
      Speed(perSecond: power < 0 ? max(1, unit.perSecond >> -power) : unit.perSecond << power)
    }
    return steps + [maximum]
  }

  /// As a multiple of another speed: `4×`, `1/8×` or `max`.
  package func text(inUnitsOf unit: Speed) -> String {
    if self == .maximum { return "max" }
    if perSecond >= unit.perSecond, perSecond % unit.perSecond == 0 {
      return "\(perSecond / unit.perSecond)×"
    }
    if unit.perSecond / max(1, perSecond) >= 2 {
      return "1/\((unit.perSecond + perSecond / 2) / max(1, perSecond))×"
    }
    return description
  }

  package static func < (left: Speed, right: Speed) -> Bool { left.perSecond < right.perSecond }
}

extension Speed: CustomStringConvertible {
  private static let units: [(name: String, length: Microseconds)] = [
    ("d", TimeUnit.day), ("h", TimeUnit.hour), ("min", TimeUnit.minute), ("s", TimeUnit.second),
  ]

  /// As in `1 h/s`, `90 s/s` or `max`.
  package var description: String {
    if self == .maximum { return "max" }
    let unit = Self.units.first { perSecond % $0.length == 0 } ?? ("s", TimeUnit.second)
    return "\(perSecond / unit.length) \(unit.name)/s"
  }

  /// The speed in `1h/s`, `90 min/s`, `2d/s`, `60x` or `max`, or nil.
  package init?(parsing text: String) {
    let text = text.filter { $0 != " " }
    if text == "max" {
      self = .maximum
      return
    }
    guard let split = text.firstIndex(where: { !$0.isNumber }),
      let number = Microseconds(text[..<split]), (1...1_000_000).contains(number)
    else { return nil }
    let name = text[split...]
    if name == "x" {
      self.init(perSecond: number * TimeUnit.second)
      return
    }
    guard let unit = Self.units.first(where: { name == "\($0.name)/s" }) else { return nil }
    self.init(perSecond: number * unit.length)
  }
}
