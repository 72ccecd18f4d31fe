/// Random numbers by key: the same key always has the same number.
///
/// Stateless, so that what is drawn for a subject does not depend on when, how often or
/// in which order it is asked. Two runs that differ in a policy then see the same
/// subjects (common random numbers). Each number is SplitMix64's output at the position
/// of the key, mixed once more with a second word of the purpose, so that two purposes
/// are not two windows on one sequence.
///
/// Source: G. L. Steele, D. Lea, C. H. Flood, doi:10.1145/2660193.2660195; counter-based
/// generation: J. K. Salmon et al., doi:10.1145/2063384.2063405.
public struct KeyedRandom: Sendable {
  private let offset: UInt64
  private let whitening: UInt64
  /// Kept here because a global is reached through an initialisation check.
  private let normalTable = Ziggurat.normal

  /// Creates the numbers of one purpose.
  public init(seed: UInt64, purpose: String) {
    let word = SplitMix64.mix(SplitMix64.mix(seed &+ SplitMix64.step) ^ SplitMix64.hash(purpose))
    offset = SplitMix64.mix(word &+ SplitMix64.step)
    whitening = SplitMix64.mix(word &+ 2 &* SplitMix64.step)
  }

  /// 64 random bits for the key.
  @inline(__always)
  public func bits(_ key: UInt64) -> UInt64 {
    SplitMix64.mix(SplitMix64.mix(offset &+ key &* SplitMix64.step) ^ whitening)
  }

  /// A number for the key, strictly between 0 and 1, on a grid of 2⁻⁵².
  @inline(__always)
  public func uniform(_ key: UInt64) -> Double {
    (Double(bits(key) >> 12) + 0.5) * 0x1p-52
  }

  /// A standard normal number for the key, by ziggurat.
  ///
  /// What one word does not decide, once in 80 times, is drawn from a stream that the word
  /// seeds. Source: see `Ziggurat`.
  @inline(__always)
  public func normal(_ key: UInt64) -> Double {
    let bits = bits(key)
    let layer = Int(bits & 0xFF)
    let x = Double(bits >> 11) * 0x1p-53 * normalTable.edge(layer)
    guard x < normalTable.edge(layer + 1) else { return Self.normalOutside(bits) }
    // The sign is one of the bits; a branch on it could not be predicted.
    return Double(bitPattern: x.bitPattern | (bits & 0x100) << 55)
  }

  @inline(never)
  private static func normalOutside(_ bits: UInt64) -> Double {
    var stream = RandomStream(seed: bits, name: "normal numbers by key")
    return stream.normal(beginningWith: bits)
  }
}
