import Queueing

/// A projection as bytes, from which it goes on as if it had folded the log itself.
///
/// What is stored is what a later reading or fold can tell apart, and nothing that follows
/// from the scenario, so equal states have equal bytes whatever the batches in which their
/// log was folded.
extension Projection {
  /// The first byte of a state; it rises with every change of what follows.
  package static let stateFormat: UInt8 = 3

  /// The state as bytes, but for the hours of `hourBlocks`.
  ///
  /// - Complexity: O(cells + open jobs).
  package func encodedState() -> [UInt8] {
    var writer = StateWriter(format: Self.stateFormat, now: now)
    fingerprint.write(to: &writer)
    activity.write(to: &writer)
    cells.write(to: &writer)
    queues.write(to: &writer)
    workforce.write(to: &writer)
    authority.write(to: &writer)
    regime.write(to: &writer)
    removalBook.write(to: &writer)
    for kind in durations { kind.write(to: &writer) }
    return writer.finish()
  }

  /// The projection whose state the bytes are.
  ///
  /// It is total: any bytes give an error or a projection that can be read and that can fold
  /// what comes after its instant.
  ///
  /// - Parameter block: the block of hours of a number; nil when it is missing. Early states
  ///   need none.
  package init(
    facts: ScenarioFacts, decoding state: [UInt8], block: (Int) -> HourBlock? = { _ in nil }
  ) throws(StateError) {
    self.init(facts: facts)
    var reader = try StateReader(state, format: Self.stateFormat)
    now = reader.now
    minute = now / TimeUnit.minute
    hour = reader.hour
    minuteEnd = (minute + 1) * TimeUnit.minute
    fingerprint = try LogFingerprint(from: &reader)
    activity = try HourlySeries(from: &reader)
    try cells.read(from: &reader)
    try queues.read(from: &reader)
    try workforce.read(from: &reader)
    try authority.read(from: &reader)
    try regime.read(from: &reader, facts)
    try removalBook.read(from: &reader)
    for kind in durations.indices { durations[kind] = try Durations(from: &reader) }
    try reader.finish()
    noteScreening()
    for number in hourBlocks {
      guard let block = block(number), block.number == number else { throw .missingHours(number) }
      append(block)
    }
  }
}

extension LogFingerprint {
  fileprivate func write(to writer: inout StateWriter) {
    writer.put(events)
    writer.putBytes { $0.put(bits: value) }
  }

  fileprivate init(from reader: inout StateReader) throws(StateError) {
    let events = try reader.count()
    self.init(value: try reader.bytes { $0.bits() }, events: events)
  }
}
