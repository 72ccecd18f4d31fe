import Queueing
import Testing

@Suite struct IndexedCalendarTests {
  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func agreesWithAReferenceUnderAnyMixOfOperations(seed: UInt64) {
    var stream = RandomStream(seed: seed, name: "calendar test")
    var calendar = IndexedCalendar(minimumCapacity: 1)
    /// Slot, time, priority and order of what is pending.
    var pending: [(slot: UInt32, time: Microseconds, priority: UInt8, order: Int)] = []
    func next() -> Int? {
      pending.indices.min {
        let (a, b) = (pending[$0], pending[$1])
        return (a.time, a.priority, a.order) < (b.time, b.priority, b.order)
      }
    }
    var now: Microseconds = 0
    for step in 0..<4_000 {
      let slot = stream.below(200)
      let time = now + Microseconds(stream.below(5))
      let priority = UInt8(stream.below(2))
      let index = pending.firstIndex { $0.slot == slot }
      #expect(calendar.contains(slot) == (index != nil))
      #expect(calendar.time(of: slot) == index.map { pending[$0].time })
      switch stream.below(5) {
      case 0,
        1 where index == nil:
        if index != nil { continue }
        calendar.schedule(slot, at: time, priority: priority)
        pending.append((slot, time, priority, step))
      case 2:
        #expect(calendar.cancel(slot) == (index != nil))
        if let index { pending.remove(at: index) }
      default:
        guard let first = next() else { continue }
        #expect(calendar.nextSlot == pending[first].slot)
        #expect(calendar.nextTime == pending[first].time)
        now = pending[first].time
        let isOwn = pending[first].slot == slot
        pending.remove(at: first)
        if index == nil || isOwn {
          let later = now + time % 3
          calendar.rescheduleNext(slot, at: later, priority: priority)
          pending.append((slot, later, priority, step))
        } else {
          calendar.removeNext()
        }
      }
      #expect(calendar.count == pending.count)
    }
    while let first = next() {
      #expect(calendar.nextSlot == pending[first].slot)
      pending.remove(at: first)
      calendar.removeNext()
    }
    #expect(calendar.nextTime == SimulationClock.end)
  }
}
