/// Which events of a recording have a keyframe behind them.
///
/// A seek reads a keyframe and folds what comes after it, so it takes as long as the distance
/// between two; but all of them must stay a small part of the file. The places follow from
/// the log and the batches in which it came, and not from how fast it was written.
package struct KeyframeSchedule: Sendable {
  /// Events from one keyframe to the next at least.
  ///
  /// To read and fold half as many takes about as long as to read the state of a large
  /// scenario.
  package static let interval = 8_192
  /// Events until one that did not fit is tried again, which costs its writing.
  package static let soonest = interval / 2
  /// Events from one keyframe to the next at most, whatever they take: a tenth of a second.
  package static let greatest = 1 << 19
  /// The keyframes may take one byte for so many of events: a fifth of the file.
  private static let eventShare = 4

  /// How many events there are when the next keyframe is due.
  package private(set) var next = interval
  /// How many events the newest keyframe has behind it.
  private var last = 0
  /// What all keyframes take so far.
  private var bytes = 0

  package init() {}

  /// Decides whether a keyframe fits into the file now, and when to try again.
  ///
  /// - Parameters:
  ///   - size: the bytes that it takes.
  ///   - events: how many events it has folded, more than none.
  ///   - eventBytes: what these take in the file.
  package mutating func place(size: Int, at events: Int, eventBytes: Int) -> Bool {
    let fits = (bytes + size) * Self.eventShare <= eventBytes || events >= last + Self.greatest
    if fits { bytes += size }
    // The next one will be about as large, and the events of a night smaller than those of a day.
    let missing = Double((bytes + size) * Self.eventShare - eventBytes)
    let average = Double(max(1, eventBytes)) / Double(events)
    let wanted = max(fits ? Self.interval : Self.soonest, Int(1.125 * missing / average))
    if fits { last = events }
    next = min(events + wanted, max(last + Self.greatest, events + Self.soonest))
    return fits
  }
}
