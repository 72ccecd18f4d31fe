/// What was seen of the visits of one class to one station since the statistics began.
///
/// Durations are in the unit of the network, those of the histogram in microseconds.
package struct VisitStatistics: Sendable {
  /// Arrivals, those that found no place included.
  package internal(set) var offered = 0
  package internal(set) var balked = 0
  /// Arrivals that did not start at once.
  package internal(set) var delayed = 0
  package internal(set) var served = 0
  package internal(set) var reneged = 0
  /// The waits of all who were let in, until the first start or until giving up.
  package internal(set) var wait = RunningMoments()
  package internal(set) var servedWait = RunningMoments()
  package internal(set) var renegedWait = RunningMoments()
  /// From entry to the end of service.
  package internal(set) var sojourn = RunningMoments()
  /// The waits of all who were let in, where the options ask for histograms.
  package internal(set) var waitHistogram: LogHistogram?
  /// For each threshold, the number of those who waited longer, served or not.
  package internal(set) var waitAbove: [Int]
  /// For each threshold, the number of those whose service began within it.
  package internal(set) var startedWithin: [Int]
  /// For each threshold, the number of those whose sojourn lasted longer.
  package internal(set) var sojournAbove: [Int]
  /// For each threshold, the number of those who would wait longer with endless patience.
  package internal(set) var virtualWaitAbove: [Int]
  /// The number of virtual waits that have ended.
  package internal(set) var virtualWaits = 0

  init(thresholds: Int, hasHistogram: Bool) {
    waitHistogram = hasHistogram ? LogHistogram(subBucketBits: 7) : nil
    let zeros = [Int](repeating: 0, count: thresholds)
    waitAbove = zeros
    startedWithin = zeros
    sojournAbove = zeros
    virtualWaitAbove = zeros
  }

  /// Adds what was seen of other visits with the same thresholds.
  package mutating func merge(_ other: VisitStatistics) {
    offered += other.offered
    balked += other.balked
    delayed += other.delayed
    served += other.served
    reneged += other.reneged
    wait.merge(other.wait)
    servedWait.merge(other.servedWait)
    renegedWait.merge(other.renegedWait)
    sojourn.merge(other.sojourn)
    if let held = other.waitHistogram { waitHistogram?.merge(held) }
    virtualWaits += other.virtualWaits
    for index in waitAbove.indices {
      waitAbove[index] += other.waitAbove[index]
      startedWithin[index] += other.startedWithin[index]
      sojournAbove[index] += other.sojournAbove[index]
      virtualWaitAbove[index] += other.virtualWaitAbove[index]
    }
  }
}
