/// The output function and the step of SplitMix64.
///
/// Source: G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number
/// generators", doi:10.1145/2660193.2660195; finalizer constants by D. Stafford (mix 13).
enum SplitMix64 {
  /// The odd step between states: 2⁶⁴ divided by the golden ratio.
  static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// A bijection of 64-bit words in which each input bit changes half of the output.
  @inline(__always)
  static func mix(_ word: UInt64) -> UInt64 {
    var z = word
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A 64-bit hash of a name: FNV-1a over its UTF-8 bytes, then `mix`.
  ///
  /// The same in every process, unlike `Hashable`.
  static func hash(_ name: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return mix(hash)
  }
}
