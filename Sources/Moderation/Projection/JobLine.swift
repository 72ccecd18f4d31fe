import Queueing

/// The jobs of one lane that are not decided yet, in the order in which they entered.
///
/// A job has a slot, found by the instant at which it entered and its subject. A claimed
/// job keeps its slot, so that a released one is back in its place; the slots of jobs that
/// are gone stay until they are the greater part.
///
/// Complexity: entering amortised O(1), claiming and leaving amortised O(log k) for the
/// k-th oldest slot, whatever the order in which jobs leave. Reading the oldest is O(1).
struct JobLine: Sendable {
  /// With fewer useless slots it is not worth to move the others.
  private static let fewSlots = 64

  var slots: [JobSlot] = []
  /// Slots before it are gone.
  private var head = 0
  /// Gone slots behind `head`.
  private var gone = 0
  /// Of the slots before it none waits; the slot itself does if any does.
  var firstWaiting = 0
  /// Of the slots before it, `late` are open.
  private var lateEnd = 0
  private var late = 0
  var waiting = 0
  var inReview = 0

  /// Since when the longest waiting job has been waiting; nil when none waits.
  var oldest: Microseconds? { waiting > 0 ? slots[firstWaiting].since : nil }

  /// A job comes; returns whether it is a new one.
  mutating func enter(_ id: UInt32, since: Microseconds) -> Bool {
    guard let last = slots.last, slots.count > head, !last.isBefore(since, id) else {
      slots.append(JobSlot(since: since, id: id))
      waiting += 1
      return true
    }
    // Jobs of one instant need not come in the order of their ids; few slots are moved,
    // but for a log whose jobs enter with an instant of the past.
    let place = lowerBound(since, id)
    if slots[place].since == since, slots[place].id == id {
      guard slots[place].state == .gone else { return false }
      slots[place].state = .waiting
      gone -= 1
    } else {
      slots.insert(JobSlot(since: since, id: id), at: place)
      if place < lateEnd { lateEnd += 1 }
    }
    if place < lateEnd { late += 1 }
    firstWaiting = min(firstWaiting, place)
    waiting += 1
    return true
  }

  /// A moderator takes a job; returns whether it was waiting.
  mutating func claim(_ id: UInt32, since: Microseconds, at now: Microseconds) -> Bool {
    guard let place = find(id, since, .waiting) else { return false }
    slots[place].state = .inReview
    slots[place].claimed = now
    waiting -= 1
    inReview += 1
    skipToWaiting()
    return true
  }

  /// The moderator gives it back; returns whether it was in review.
  mutating func release(_ id: UInt32, since: Microseconds) -> Bool {
    guard let place = find(id, since, .inReview) else { return false }
    slots[place].state = .waiting
    inReview -= 1
    waiting += 1
    firstWaiting = min(firstWaiting, place)
    return true
  }

  /// The moderator decides; returns since when he had it, nil when he had not.
  mutating func finish(_ id: UInt32, since: Microseconds) -> Microseconds? {
    guard let place = find(id, since, .inReview) else { return nil }
    let claimed = slots[place].claimed
    inReview -= 1
    leave(place)
    return claimed
  }

  /// It leaves without a review; returns whether it was waiting.
  mutating func withdraw(_ id: UInt32, since: Microseconds) -> Bool {
    guard let place = find(id, since, .waiting) else { return false }
    waiting -= 1
    leave(place)
    skipToWaiting()
    return true
  }

  // MARK: Lateness

  /// Notes which jobs entered before an instant, so that the count need not pass them again.
  mutating func noteLate(before instant: Microseconds) {
    lateEnd = max(lateEnd, head)
    while lateEnd < slots.count, slots[lateEnd].since < instant {
      if slots[lateEnd].state != .gone { late += 1 }
      lateEnd += 1
    }
  }

  /// Forgets what was noted, for instants that go back.
  mutating func forgetLate() {
    lateEnd = 0
    late = 0
  }

  /// How many open jobs entered before an instant, which is not before the last noted one.
  func count(before instant: Microseconds) -> Int {
    var count = late
    let slots = slots.span
    var place = max(lateEnd, head)
    while place < slots.count, slots[place].since < instant {
      if slots[place].state != .gone { count += 1 }
      place += 1
    }
    return count
  }

  // MARK: Slots

  private mutating func leave(_ place: Int) {
    slots[place].state = .gone
    if place < lateEnd { late -= 1 }
    gone += 1
    while head < slots.count, slots[head].state == .gone {
      head += 1
      gone -= 1
    }
    let useless = head + gone
    if useless > Self.fewSlots, 2 * useless > slots.count { compact() }
  }

  private mutating func skipToWaiting() {
    if waiting == 0 {
      firstWaiting = slots.count
    } else {
      while slots[firstWaiting].state != .waiting { firstWaiting += 1 }
    }
  }

  private mutating func compact() {
    if gone == 0 {
      // Jobs left in the order in which they came.
      slots.removeSubrange(..<head)
      firstWaiting = max(0, firstWaiting - head)
      lateEnd = max(0, lateEnd - head)
    } else {
      firstWaiting -= goneCount(before: firstWaiting)
      lateEnd -= goneCount(before: lateEnd)
      slots.removeAll { $0.state == .gone }
    }
    (head, gone) = (0, 0)
  }

  private func goneCount(before place: Int) -> Int {
    slots[..<place].count { $0.state == .gone }
  }

  /// The slot of a job in a state; nil when there is none.
  private func find(_ id: UInt32, _ since: Microseconds, _ state: JobSlot.State) -> Int? {
    // The longest waiting job is the one that moderators take first in most queues.
    let isNext = state == .waiting && waiting > 0 && slots[firstWaiting].id == id
    let place = isNext ? firstWaiting : lowerBound(since, id)
    guard place < slots.count, slots[place].since == since, slots[place].id == id,
      slots[place].state == state
    else { return nil }
    return place
  }

  /// The first slot from `head` on that is not before a job: steps of growing length first,
  /// as most jobs that leave are among the oldest.
  private func lowerBound(_ since: Microseconds, _ id: UInt32) -> Int {
    let slots = slots.span
    var low = head
    var high = head
    var step = 1
    while high < slots.count, slots[high].isBefore(since, id) {
      low = high + 1
      high += step
      step *= 2
    }
    high = min(high, slots.count)
    while low < high {
      let middle = (low + high) / 2
      if slots[middle].isBefore(since, id) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
