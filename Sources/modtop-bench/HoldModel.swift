import Queueing

/// The hold model: a calendar of constant size whose next event is always rescheduled.
struct HoldModel: ~Copyable {
  private var calendar: EventCalendar
  private var stream: RandomStream

  init(pending: Int, seed: UInt64) throws(ClockOverflow) {
    calendar = EventCalendar(minimumCapacity: pending)
    stream = RandomStream(seed: seed, name: "hold")
    for slot in 0..<pending {
      let time = try SimulationClock.adding(Scale.unit * stream.exponential(), to: 0)
      calendar.schedule(UInt32(slot), at: time)
    }
  }

  mutating func run(events: Int) throws(ClockOverflow) -> Outcome {
    for _ in 0..<events {
      let time = try SimulationClock.adding(
        Scale.unit * stream.exponential(), to: calendar.nextTime)
      calendar.rescheduleNext(calendar.nextSlot, at: time)
    }
    return Outcome(events: events, metric: Double(calendar.nextTime) / Scale.unit)
  }
}
