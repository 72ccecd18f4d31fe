import Moderation
import Queueing
import Testing

/// A random log folded up to some event, and the same events for the slow way.
struct RandomWorld: CustomTestStringConvertible {
  static let facts = SmallWorld.facts()

  let seed: UInt64
  let count: Int
  let pause: Microseconds
  var testDescription: String { "seed \(seed), \(count) events, \(pause) µs later" }

  var folded: (projection: Projection, naive: Naive) {
    let events = Array(
      RandomLog.make(seed: seed, events: count, facts: Self.facts).prefix(count))
    var projection = Projection(facts: Self.facts)
    for event in events { projection.apply(event) }
    projection.advance(to: projection.now + pause)
    return (
      projection, Naive(facts: Self.facts, events: events, now: projection.now)
    )
  }
}
