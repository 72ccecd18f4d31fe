import Queueing

extension CellBook {
  func write(to writer: inout StateWriter) {
    for index in cells.indices { cells[index].write(to: &writer) }
  }

  mutating func read(from reader: inout StateReader) throws(StateError) {
    for index in cells.indices { try cells[index].read(from: &reader) }
  }
}

extension Cell {
  fileprivate func write(to writer: inout StateWriter) {
    tally.write(to: &writer)
    views.write(to: &writer)
    writer.put(exposureBeforeAction)
    writer.put(down)
  }

  fileprivate mutating func read(from reader: inout StateReader) throws(StateError) {
    try tally.read(from: &reader)
    try views.read(from: &reader)
    exposureBeforeAction = try reader.double()
    down = try reader.double()
  }
}

extension Tally {
  fileprivate func write(to writer: inout StateWriter) {
    let values = values.span
    for index in 0..<Self.size { writer.put(values[index]) }
  }

  fileprivate mutating func read(from reader: inout StateReader) throws(StateError) {
    for index in 0..<Self.size { values[index] = try reader.count() }
    try reader.check(unaccounted == 0)
  }
}

extension DecayingViews {
  fileprivate func write(to writer: inout StateWriter) {
    writer.put(now, before: writer.now)
    for crowd in 0..<3 { writer.put(ahead[crowd]) }
    for crowd in 0..<3 { writer.put(seen[crowd]) }
  }

  fileprivate mutating func read(from reader: inout StateReader) throws(StateError) {
    now = try reader.past(before: reader.now)
    for crowd in 0..<3 { ahead[crowd] = try reader.double() }
    for crowd in 0..<3 { seen[crowd] = try reader.double() }
  }
}
