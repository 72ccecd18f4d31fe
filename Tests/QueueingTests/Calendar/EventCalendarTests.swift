import Testing

@testable import Queueing

@Suite struct EventCalendarTests {
  /// What the calendar is compared with: an array sorted by time, priority and order.
  struct Reference {
    struct Entry { var time: Microseconds, priority: UInt8, sequence: Int, slot: UInt32 }
    var entries: [Entry] = []
    var sequence = 0

    mutating func schedule(_ slot: UInt32, _ time: Microseconds, _ priority: UInt8) {
      entries.append(Entry(time: time, priority: priority, sequence: sequence, slot: slot))
      sequence += 1
    }

    var next: Int? {
      entries.indices.min {
        let (a, b) = (entries[$0], entries[$1])
        return (a.time, a.priority, a.sequence) < (b.time, b.priority, b.sequence)
      }
    }
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func agreesWithAReferenceUnderAnyMixOfOperations(seed: UInt64) {
    var stream = RandomStream(seed: seed, name: "calendar test")
    var calendar = EventCalendar(minimumCapacity: 1)
    var reference = Reference()
    var now: Microseconds = 0
    for step in 0..<3_000 {
      // Few distinct times, so that most are ties.
      let time = now + Microseconds(stream.below(4))
      let slot = UInt32(step) & 0xFFFFFF
      let priority = UInt8(stream.below(3))
      let choice = stream.below(8)
      if calendar.isEmpty || choice < (step < 2_000 ? 4 : 2) {
        calendar.schedule(slot, at: time, priority: priority)
        reference.schedule(slot, time, priority)
      } else if let next = reference.next {
        #expect(calendar.nextTime == reference.entries[next].time)
        #expect(calendar.nextSlot == reference.entries[next].slot)
        now = calendar.nextTime
        reference.entries.remove(at: next)
        if choice < 6 {
          calendar.rescheduleNext(slot, at: now + time % 3, priority: priority)
          reference.schedule(slot, now + time % 3, priority)
        } else {
          calendar.removeNext()
        }
      }
      #expect(calendar.count == reference.entries.count)
    }
    while let next = reference.next {
      #expect(calendar.nextSlot == reference.entries[next].slot)
      reference.entries.remove(at: next)
      calendar.removeNext()
    }
    #expect(calendar.count == 0)
  }

  @Test func simultaneousEventsLeaveByPriorityThenInOrder() {
    var calendar = EventCalendar()
    for slot: UInt32 in 0..<60 { calendar.schedule(slot, at: 7, priority: UInt8(slot % 3)) }
    var order: [UInt32] = []
    while !calendar.isEmpty {
      order.append(calendar.nextSlot)
      calendar.removeNext()
    }
    let expected = (0..<3).flatMap { priority in
      (0..<60 as Range<UInt32>).filter { $0 % 3 == priority }
    }
    #expect(order == expected)
  }

  @Test func anEmptyCalendarHasNoNextInstant() {
    var calendar = EventCalendar()
    #expect(calendar.nextTime == SimulationClock.end)
    calendar.schedule(3, at: SimulationClock.end - 1, priority: 15)
    #expect(calendar.nextTime == SimulationClock.end - 1)
    #expect(calendar.nextSlot == 3)
    calendar.removeAll()
    #expect(calendar.nextTime == SimulationClock.end)
    #expect(calendar.count == 0)
    calendar.schedule(1, at: 0)
    #expect(calendar.nextSlot == 1)
  }

  #if DEBUG
    @Test func theOrderSurvivesTheEndOfTheSequenceNumbers() {
      var calendar = EventCalendar()
      calendar.exhaustSequence(after: 5)
      for slot: UInt32 in 0..<20 { calendar.schedule(slot, at: 1) }
      var order: [UInt32] = []
      while !calendar.isEmpty {
        order.append(calendar.nextSlot)
        calendar.removeNext()
      }
      #expect(order == Array(0..<20))
    }
  #endif

  @Test func growsBeyondItsCapacity() {
    var calendar = EventCalendar(minimumCapacity: 4)
    var stream = RandomStream(seed: 1, name: "growth")
    for slot: UInt32 in 0..<5_000 {
      calendar.schedule(slot, at: Microseconds(stream.below(1_000_000)))
    }
    var last: Microseconds = 0
    for _ in 0..<5_000 {
      #expect(calendar.nextTime >= last)
      last = calendar.nextTime
      calendar.removeNext()
    }
    #expect(calendar.count == 0)
  }
}
