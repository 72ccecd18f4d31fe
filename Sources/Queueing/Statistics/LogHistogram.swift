/// Counts of non-negative integers in buckets whose width grows with the value.
///
/// Each power of two is divided into 2^`subBucketBits` buckets of equal width, so a
/// quantile is wrong by at most a 2^−`subBucketBits` share of its value. Values below
/// 2^`subBucketBits` have a bucket each. The number of buckets is fixed by the greatest
/// value, so memory is bounded whatever the number of values.
///
/// Complexity: add and remove O(1); quantile, count and merge O(buckets).
public struct LogHistogram: Equatable, Sendable {
  public let subBucketBits: Int
  /// The number of values held.
  public private(set) var count = 0
  private var counts: [UInt32]

  /// Creates an empty histogram.
  ///
  /// - Parameters:
  ///   - subBucketBits: 0 ... 12; 5 keeps quantiles within 3.2 %.
  ///   - greatest: The greatest value told apart; what is above counts as this one.
  public init(subBucketBits: Int = 5, greatest: Int64 = SimulationClock.end) {
    precondition((0...12).contains(subBucketBits), "sub-bucket bits out of range")
    precondition(greatest >= 0, "the greatest value is negative")
    self.subBucketBits = subBucketBits
    counts = [UInt32](
      repeating: 0, count: Self.bucket(UInt64(greatest), subBucketBits) + 1)
  }

  /// Counts a value; negative ones count as 0.
  @inline(__always)
  public mutating func add(_ value: Int64) {
    counts[index(of: value)] += 1
    count &+= 1
  }

  /// Takes back a value that was added, as a sliding window does.
  ///
  /// - Precondition: A value of the same bucket is held.
  @inline(__always)
  public mutating func remove(_ value: Int64) {
    counts[index(of: value)] -= 1
    count -= 1
  }

  /// Adds the counts of another histogram of the same shape.
  public mutating func merge(_ other: LogHistogram) {
    precondition(
      subBucketBits == other.subBucketBits && counts.count == other.counts.count,
      "histograms of different shapes cannot be merged")
    for index in counts.indices { counts[index] += other.counts[index] }
    count += other.count
  }

  /// Takes back the values of another histogram of the same shape, all of which were added.
  public mutating func remove(_ other: LogHistogram) {
    precondition(
      subBucketBits == other.subBucketBits && counts.count == other.counts.count,
      "histograms of different shapes cannot be told apart")
    for index in counts.indices { counts[index] -= other.counts[index] }
    count -= other.count
  }

  /// The number of values in each bucket, the lowest first.
  public var bucketCounts: [UInt32] { counts }

  /// Counts values of one bucket.
  ///
  /// - Precondition: The bucket is there, and its count does not overflow.
  public mutating func add(_ values: UInt32, toBucket index: Int) {
    counts[index] += values
    count += Int(values)
  }

  public mutating func removeAll() {
    for index in counts.indices { counts[index] = 0 }
    count = 0
  }

  /// The value below which a share of the held values lies; nil without values.
  ///
  /// Interpolated linearly inside the bucket.
  ///
  /// - Precondition: `share` lies in 0 ... 1.
  public func quantile(_ share: Double) -> Double? {
    precondition(share >= 0 && share <= 1, "share out of range")
    if count == 0 { return nil }
    let rank = share * Double(count)
    var below = 0.0
    var last = 0
    for (index, held) in counts.enumerated() where held > 0 {
      if below + Double(held) >= rank {
        let (low, high) = bounds(ofBucket: index)
        return low + (high - low) * (rank - below) / Double(held)
      }
      below += Double(held)
      last = index
    }
    return bounds(ofBucket: last).high
  }

  /// How many of the held values are at most `value`, interpolated inside its bucket.
  public func count(atOrBelow value: Int64) -> Double {
    if value < 0 { return 0 }
    let own = index(of: value)
    var below = 0.0
    for index in 0..<own { below += Double(counts[index]) }
    let (low, high) = bounds(ofBucket: own)
    let share = high - low == 0 ? 1 : min(1, (Double(value) - low + 1) / (high - low + 1))
    return below + Double(counts[own]) * share
  }

  @inline(__always)
  private func index(of value: Int64) -> Int {
    let bits = value < 0 ? 0 : UInt64(bitPattern: value)
    let index = Self.bucket(bits, subBucketBits)
    return index < counts.count ? index : counts.count - 1
  }

  /// The bucket of a value: the exponent above the linear part, then the leading bits.
  @inline(__always)
  private static func bucket(_ value: UInt64, _ bits: Int) -> Int {
    let exponent = 63 - (value | 1 &<< UInt64(truncatingIfNeeded: bits)).leadingZeroBitCount
    let shift = UInt64(truncatingIfNeeded: exponent - bits)
    return Int(
      truncatingIfNeeded: (shift &<< UInt64(truncatingIfNeeded: bits)) &+ (value &>> shift))
  }

  /// The least and the greatest value of a bucket.
  private func bounds(ofBucket index: Int) -> (low: Double, high: Double) {
    let perPower = 1 << subBucketBits
    if index < 2 * perPower { return (Double(index), Double(index)) }
    let shift = index >> subBucketBits - 1
    let low = (index - shift << subBucketBits) << shift
    return (Double(low), Double(low + 1 << shift - 1))
  }
}
