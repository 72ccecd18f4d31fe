import Queueing

/// The jobs that are open, the last first.
///
/// Gone slots make no difference, and where the late ones end is noted anew.
extension JobLine {
  func write(to writer: inout StateWriter) {
    writer.put(waiting + inReview)
    var (since, id) = (writer.now, Int64(0))
    for slot in slots.reversed() where slot.state != .gone {
      let isClaimed = slot.state == .inReview
      writer.put(since - slot.since)
      writer.put(signed: (Int64(slot.id) - id) << 1 | (isClaimed ? 1 : 0))
      if isClaimed { writer.put(slot.claimed, before: writer.now) }
      (since, id) = (slot.since, Int64(slot.id))
    }
  }

  init(from reader: inout StateReader) throws(StateError) {
    self.init()
    let count = try reader.count()
    // All but the first take a byte at least, as no two are the same.
    try reader.check(count <= reader.left + 1)
    var (since, id) = (reader.now, Int64(0))
    slots.reserveCapacity(count)
    for _ in 0..<count {
      let gap = Int64(try reader.number(upTo: UInt64(since)))
      let step = try reader.signed()
      let isClaimed = step & 1 == 1
      // The one behind it, if there is one, has a greater number or entered later.
      try reader.check(slots.isEmpty || gap > 0 || step >> 1 < 0)
      since -= gap
      id &+= step >> 1
      guard let number = UInt32(exactly: id) else { throw reader.fault }
      var slot = JobSlot(since: since, id: number)
      if isClaimed {
        slot.state = .inReview
        slot.claimed = try reader.past(before: reader.now)
        inReview += 1
      }
      slots.append(slot)
    }
    slots.reverse()
    waiting = count - inReview
    firstWaiting = slots.firstIndex { $0.state == .waiting } ?? count
  }
}
