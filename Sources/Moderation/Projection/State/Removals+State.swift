import Queueing

/// The totals, and what each mark has less than the one after it.
extension Removals {
  func write(to writer: inout StateWriter) {
    for hours in series { hours.write(to: &writer) }
    for number in atFigure { writer.put(number.map { Int64($0) }) }
    for kind in series.indices { writer.put(counts[kind]) }
    var after = counts
    for passed in KeptMarks.range(upTo: minute, of: Self.minutes).reversed() {
      let mark = marks[Int(passed % Self.minutes)]
      for kind in series.indices { writer.put(after[kind] - mark[kind]) }
      after = mark
    }
  }

  mutating func read(from reader: inout StateReader) throws(StateError) {
    for kind in series.indices { series[kind] = try HourlySeries(from: &reader) }
    for index in atFigure.indices {
      atFigure[index] = try reader.optional(upTo: 1 << 60).map { Int($0) }
    }
    nextFigure = zip(figures, atFigure).compactMap { $1 == nil ? $0.asOf : nil }.min() ?? .max
    for kind in series.indices { counts[kind] = try reader.count() }
    minute = reader.now / TimeUnit.minute
    var mark = counts
    for passed in KeptMarks.range(upTo: minute, of: Self.minutes).reversed() {
      for kind in series.indices {
        mark[kind] -= try reader.count()
        try reader.check(mark[kind] >= 0)
      }
      marks[Int(passed % Self.minutes)] = mark
    }
  }
}
