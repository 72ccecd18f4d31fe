import Queueing

/// The public counter, and how it came about over time.
struct Removals: Sendable {
  static let minutes: Int64 = 24 * 60

  /// Since the start, by kind.
  var counts = SIMD4<Int>()
  /// The same until the start of each of the last minutes, by minute modulo `minutes`.
  var marks = Array(repeating: SIMD4<Int>(), count: Int(minutes))
  var minute: Int64 = 0
  /// By kind and hour.
  var series = Array(repeating: HourlySeries(), count: SubjectKind.count)
  /// The removals at the instant of each published figure, once it has come.
  var atFigure: [Int?]
  let figures: [(kind: Int, asOf: Microseconds)]
  /// The earliest published instant that has not come yet.
  var nextFigure: Microseconds

  init(_ facts: ScenarioFacts) {
    figures = facts.publishedFigures.map { ($0.kind.index, $0.asOf) }
    atFigure = Array(repeating: nil, count: figures.count)
    nextFigure = figures.map(\.asOf).min() ?? .max
  }

  mutating func add(_ kind: SubjectKind) {
    counts[kind.index] += 1
    series[kind.index].add(1)
  }

  mutating func startMinute(_ newMinute: Int64) {
    for passed in max(minute, newMinute - Self.minutes) + 1...newMinute {
      marks[Int(passed % Self.minutes)] = counts
    }
    minute = newMinute
  }

  mutating func startHour(_ hour: Int64) {
    for kind in series.indices { series[kind].advance(to: hour, filler: 0) }
  }

  /// Puts a block of hours behind those of each kind.
  mutating func append(_ blocks: ArraySlice<[Int32]>) {
    for (kind, hours) in zip(series.indices, blocks) { series[kind].append(block: hours) }
  }

  /// Takes down the counts for the published figures whose instants have passed.
  mutating func noteFigures(before instant: Microseconds) {
    nextFigure = .max
    for (index, figure) in figures.enumerated() where atFigure[index] == nil {
      if figure.asOf < instant {
        atFigure[index] = counts[figure.kind]
      } else {
        nextFigure = min(nextFigure, figure.asOf)
      }
    }
  }

  /// Those of the last 24 hours, to the minute.
  func lately(_ kind: SubjectKind) -> Int {
    counts[kind.index] - marks[Int((minute + 1) % Self.minutes)][kind.index]
  }
}
