#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The normal law of mean 0 and variance 1.
package enum StandardNormal {
  /// The probability of a value at most `x`.
  package static func cdf(_ x: Double) -> Double { 0.5 * erfc(-x / 2.squareRoot()) }

  /// The probability of a value above `x`, with its digits kept far out.
  package static func upperTail(_ x: Double) -> Double { 0.5 * erfc(x / 2.squareRoot()) }

  /// The value that is not exceeded with the given probability.
  ///
  /// −∞ at 0, +∞ at 1, not a number outside. Relative error near 1e-16. Source:
  /// M. J. Wichura, "Algorithm AS 241: the percentage points of the normal
  /// distribution", doi:10.2307/2347330.
  package static func quantile(_ probability: Double) -> Double {
    let q = probability - 0.5
    if abs(q) <= 0.425 { return central(q) }
    return q < 0 ? -tail(probability) : tail(1 - probability)
  }

  /// The value that is exceeded with the given probability, exact for tiny ones.
  package static func upperTailQuantile(_ probability: Double) -> Double {
    let q = 0.5 - probability
    if abs(q) <= 0.425 { return central(q) }
    return q > 0 ? tail(probability) : -tail(1 - probability)
  }

  private static func central(_ q: Double) -> Double {
    let r = 0.180625 - q * q
    let numerator = polynomial(
      r, 3.387_132_872_796_366_608, 133.141_667_891_784_377_45, 1_971.590_950_306_551_442_7,
      13_731.693_765_509_461_125, 45_921.953_931_549_871_457, 67_265.770_927_008_700_853,
      33_430.575_583_588_128_105, 2_509.080_928_730_122_672_7)
    let denominator = polynomial(
      r, 1, 42.313_330_701_600_911_252, 687.187_007_492_057_908_3, 5_394.196_021_424_751_107_7,
      21_213.794_301_586_595_867, 39_307.895_800_092_710_61, 28_729.085_735_721_942_674,
      5_226.495_278_852_854_561)
    return q * numerator / denominator
  }

  /// The positive value exceeded with a probability below 0.075.
  private static func tail(_ probability: Double) -> Double {
    if probability == 0 { return .infinity }
    let root = (-log(probability)).squareRoot()
    if root <= 5 {
      let r = root - 1.6
      let numerator = polynomial(
        r, 1.423_437_110_749_683_577_34, 4.630_337_846_156_545_295_9,
        5.769_497_221_460_691_405_5, 3.647_848_324_763_204_605_04,
        1.270_458_252_452_368_382_58, 0.241_780_725_177_450_611_77,
        0.022_723_844_989_269_184_583_3, 7.745_450_142_783_414_076_4e-4)
      let denominator = polynomial(
        r, 1, 2.053_191_626_637_758_821_87, 1.676_384_830_183_803_849_4,
        0.689_767_334_985_100_004_55, 0.148_103_976_427_480_074_59,
        0.015_198_666_563_616_457_196_6, 5.475_938_084_995_344_946e-4,
        1.050_750_071_644_416_843_24e-9)
      return numerator / denominator
    }
    let r = root - 5
    let numerator = polynomial(
      r, 6.657_904_643_501_103_777_2, 5.463_784_911_164_114_369_9,
      1.784_826_539_917_291_335_8, 0.296_560_571_828_504_891_23,
      0.026_532_189_526_576_123_093, 1.242_660_947_388_078_438_6e-3,
      2.711_555_568_743_487_578_15e-5, 2.010_334_399_292_288_132_65e-7)
    let denominator = polynomial(
      r, 1, 0.599_832_206_555_887_937_69, 0.136_929_880_922_735_805_31,
      0.014_875_361_290_850_614_852_5, 7.868_691_311_456_132_591e-4,
      1.846_318_317_510_054_681_8e-5, 1.421_511_758_316_445_888_7e-7,
      2.044_263_103_389_939_785_64e-15)
    return numerator / denominator
  }

  /// The polynomial with the given coefficients, lowest degree first.
  private static func polynomial(
    _ x: Double, _ c0: Double, _ c1: Double, _ c2: Double, _ c3: Double,
    _ c4: Double, _ c5: Double, _ c6: Double, _ c7: Double
  ) -> Double {
    ((((((c7 * x + c6) * x + c5) * x + c4) * x + c3) * x + c2) * x + c1) * x + c0
  }
}
