#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension RandomStream {
  /// The greatest mean that ``poisson(mean:)`` accepts; counts stay exact in a Double.
  public static let greatestPoissonMean = 0x1p50

  /// A Poisson variate: by inversion for small means, by transformed rejection above.
  ///
  /// Exact for every mean up to ``greatestPoissonMean``: no normal approximation.
  /// Complexity: O(mean) below 10, O(1) above. Source: W. Hörmann, "The transformed
  /// rejection method for generating Poisson random variables" (PTRS),
  /// doi:10.1016/0167-6687(93)90997-4.
  ///
  /// - Precondition: `mean` lies in `0 ... greatestPoissonMean`.
  public mutating func poisson(mean: Double) -> Int {
    precondition(mean >= 0 && mean <= Self.greatestPoissonMean, "Poisson mean out of range")
    return mean < 10 ? poissonByInversion(mean) : poissonByRejection(mean)
  }

  private mutating func poissonByInversion(_ mean: Double) -> Int {
    var remaining = uniform()
    var probability = exp(-mean)
    var count = 0
    while remaining >= probability {
      remaining -= probability
      count += 1
      probability *= mean / Double(count)
      // The probabilities add up to 1 but for rounding; nothing is left out here.
      if probability < 0x1p-70 { break }
    }
    return count
  }

  private mutating func poissonByRejection(_ mean: Double) -> Int {
    let b = 0.931 + 2.53 * mean.squareRoot()
    let a = -0.059 + 0.02483 * b
    let scale = 1.1239 + 1.1328 / (b - 3.4)
    let quickBound = 0.9277 - 3.6224 / (b - 2)
    while true {
      let u = uniform() - 0.5
      let v = 1 - uniform()
      let us = 0.5 - abs(u)
      if us == 0 { continue }
      let k = ((2 * a / us + b) * u + mean + 0.43).rounded(.down)
      if us >= 0.07 && v <= quickBound { return Int(k) }
      if k < 0 || (us < 0.013 && v > us) { continue }
      if log(v * scale / (a / (us * us) + b)) <= PoissonLaw.logProbability(k, mean: mean) {
        return Int(k)
      }
    }
  }
}
