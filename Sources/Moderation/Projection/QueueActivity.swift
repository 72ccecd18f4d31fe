import Queueing

/// What happened in a signatory's part of a queue.
///
/// The windows are differences of running totals: those of the time are compared with
/// those noted when the oldest bucket of the window began. An event changes the totals
/// only; buckets that nothing happened in are caught up with at the next event.
struct QueueActivity: Sendable {
  /// The length of the buckets of rates.
  static let slotLength = 5 * TimeUnit.minute
  /// The window of rates, in buckets: the last hour to five minutes.
  static let slots: Int64 = 12
  /// The other window: the last 24 hours to the hour.
  static let hours: Int64 = 24

  /// Jobs that entered, since the start.
  var arrivals = 0
  /// Decided or passed on, since the start.
  var decisions = 0
  /// Decided within the target of the time, since the start.
  var onTime = 0
  /// Decided, passed on or withdrawn past it.
  var late = 0
  /// Claims, since the start.
  var claims = 0
  /// The buckets up to which the totals are noted.
  var slot: Int64 = 0
  var hour: Int64 = 0
  /// Arrivals and decisions at the start of each bucket, by bucket modulo `slots`.
  var slotMarks = InlineArray<12, SIMD2<Int>>(repeating: SIMD2())
  /// Decisions, those on time, those late and claims at the start of each hour, by hour
  /// modulo `hours`.
  var hourMarks = InlineArray<24, SIMD4<Int>>(repeating: SIMD4())

  mutating func noteArrival(_ time: QueueTime) {
    catchUp(with: time)
    arrivals += 1
  }

  mutating func noteClaim(_ time: QueueTime) {
    catchUp(with: time)
    claims += 1
  }

  mutating func noteDecision(_ time: QueueTime) {
    catchUp(with: time)
    decisions += 1
  }

  mutating func noteOnTime() { onTime += 1 }

  mutating func noteLate(_ time: QueueTime) {
    catchUp(with: time)
    late += 1
  }

  // MARK: Reading

  /// The start of the window of rates.
  static func rateWindow(at now: Microseconds) -> Microseconds {
    max(0, now / slotLength - slots + 1) * slotLength
  }

  /// What happened until now and in the windows, which adds up over parts of a queue.
  func counts(at now: Microseconds) -> QueueCounts {
    var counts = QueueCounts(onTime: onTime, late: late)
    let firstSlot = now / Self.slotLength - Self.slots + 1
    if firstSlot <= slot {
      let before = firstSlot > 0 ? slotMarks[Int(firstSlot % Self.slots)] : SIMD2()
      counts.recentArrivals = arrivals - before[0]
      counts.recentDecisions = decisions - before[1]
    }
    let firstHour = now / TimeUnit.hour - Self.hours + 1
    if firstHour <= hour {
      let before = firstHour > 0 ? hourMarks[Int(firstHour % Self.hours)] : SIMD4()
      counts.dayOnTime = onTime - before[1]
      counts.dayLate = late - before[2]
      counts.dayClaims = claims - before[3]
    }
    return counts
  }

  // MARK: Buckets

  var totals: SIMD4<Int> { [decisions, onTime, late, claims] }

  @inline(__always)
  private mutating func catchUp(with time: QueueTime) {
    if time.slot != slot { noteSlots(upTo: time.slot) }
    if time.hour != hour { noteHours(upTo: time.hour) }
  }

  private mutating func noteSlots(upTo newest: Int64) {
    for passed in max(slot, newest - Self.slots) + 1...newest {
      slotMarks[Int(passed % Self.slots)] = [arrivals, decisions]
    }
    slot = newest
  }

  private mutating func noteHours(upTo newest: Int64) {
    for passed in max(hour, newest - Self.hours) + 1...newest {
      hourMarks[Int(passed % Self.hours)] = totals
    }
    hour = newest
  }
}

/// The buckets of time in which an event lies.
struct QueueTime: Sendable {
  var slot: Int64 = 0
  var hour: Int64 = 0
}
