/// A stream of random numbers: xoshiro256++ with a period of 2²⁵⁶ − 1.
///
/// A stream is named by what it is used for, so that one purpose never takes the numbers
/// of another. The seed, the hash of the name and the replication are absorbed one after
/// the other into a 64-bit word, from which SplitMix64 fills the state; two of the
/// streams that a study uses overlap with a probability below 2⁻¹⁰⁰.
///
/// Source: D. Blackman, S. Vigna, "Scrambled linear pseudorandom number generators",
/// doi:10.1145/3460772.
public struct RandomStream: RandomNumberGenerator {
  private var s0: UInt64
  private var s1: UInt64
  private var s2: UInt64
  private var s3: UInt64
  /// Kept here because a global is reached through an initialisation check.
  let exponentialTable = Ziggurat.exponential
  let normalTable = Ziggurat.normal

  /// Creates the stream of one purpose in one replication.
  public init(seed: UInt64, name: String, replication: UInt32 = 0) {
    var word = SplitMix64.mix(seed &+ SplitMix64.step)
    word = SplitMix64.mix(word ^ SplitMix64.hash(name))
    word = SplitMix64.mix((word ^ UInt64(replication)) &+ SplitMix64.step)
    func state(_ index: UInt64) -> UInt64 { SplitMix64.mix(word &+ index &* SplitMix64.step) }
    // Four consecutive outputs of a bijection cannot all be zero.
    (s0, s1, s2, s3) = (state(1), state(2), state(3), state(4))
  }

  /// Creates a stream from a given state, to compare with published values.
  init(state: (UInt64, UInt64, UInt64, UInt64)) {
    (s0, s1, s2, s3) = state
  }

  /// The next 64 random bits.
  @inline(__always)
  public mutating func next() -> UInt64 {
    let sum = s0 &+ s3
    let result = (sum << 23 | sum >> 41) &+ s0
    let shifted = s1 << 17
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= shifted
    s3 = s3 << 45 | s3 >> 19
    return result
  }

  /// A number in `0 ..< 1`, a multiple of 2⁻⁵³.
  @inline(__always)
  public mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A number in `0 ..< bound` without bias.
  ///
  /// Source: D. Lemire, "Fast random integer generation in an interval",
  /// doi:10.1145/3230636.
  ///
  /// - Precondition: `bound` is positive.
  @inline(__always)
  public mutating func below(_ bound: UInt32) -> UInt32 {
    precondition(bound > 0, "an empty interval has no number")
    var product = (next() >> 32) &* UInt64(bound)
    if UInt32(truncatingIfNeeded: product) < bound {
      let threshold = (0 &- bound) % bound
      while UInt32(truncatingIfNeeded: product) < threshold {
        product = (next() >> 32) &* UInt64(bound)
      }
    }
    return UInt32(truncatingIfNeeded: product >> 32)
  }
}

// The table pointers refer to immutable memory that lives as long as the process.
extension RandomStream: @unchecked Sendable {}
