#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension RandomStream {
  /// An exponential variate of mean 1, by ziggurat.
  ///
  /// Never negative; 0 with probability 2⁻⁵³. Source: see `Ziggurat`.
  @inline(__always)
  public mutating func exponential() -> Double {
    let bits = next()
    let layer = Int(bits & 0xFF)
    let x = Double(bits >> 11) * 0x1p-53 * exponentialTable.edge(layer)
    if x < exponentialTable.edge(layer + 1) { return x }
    return exponentialOutside(layer, x)
  }

  @inline(never)
  private mutating func exponentialOutside(_ firstLayer: Int, _ firstX: Double) -> Double {
    let table = exponentialTable
    var (layer, x) = (firstLayer, firstX)
    while true {
      if layer == 0 { return table.edge(1) - log(1 - uniform()) }
      let (low, high) = (table.height(layer), table.height(layer + 1))
      if high + (low - high) * uniform() < exp(-x) { return x }
      let bits = next()
      layer = Int(bits & 0xFF)
      x = Double(bits >> 11) * 0x1p-53 * table.edge(layer)
      if x < table.edge(layer + 1) { return x }
    }
  }

  /// A standard normal variate, by ziggurat; the tail by Marsaglia's method.
  ///
  /// Source: see `Ziggurat`; tail: G. Marsaglia, "Generating a variable from the tail of
  /// the normal distribution", doi:10.1080/00401706.1964.10490150.
  public mutating func normal() -> Double { normal(beginningWith: next()) }

  /// The same, of which the first word was drawn elsewhere.
  mutating func normal(beginningWith first: UInt64) -> Double {
    let table = normalTable
    var bits = first
    while true {
      let layer = Int(bits & 0xFF)
      let sign = bits & 0x100 == 0 ? 1.0 : -1.0
      let x = Double(bits >> 11) * 0x1p-53 * table.edge(layer)
      if x < table.edge(layer + 1) { return sign * x }
      if layer == 0 { return sign * normalTail() }
      let (low, high) = (table.height(layer), table.height(layer + 1))
      if high + (low - high) * uniform() < exp(-0.5 * x * x) { return sign * x }
      bits = next()
    }
  }

  private mutating func normalTail() -> Double {
    let start = normalTable.edge(1)
    while true {
      let excess = exponential() / start
      if 2 * exponential() >= excess * excess { return start + excess }
    }
  }

  /// A gamma variate of the given shape and unit scale: mean and variance are `shape`.
  ///
  /// Source: G. Marsaglia, W. W. Tsang, "A simple method for generating gamma variables",
  /// doi:10.1145/358407.358414; below shape 1 by multiplying with a power of a uniform.
  ///
  /// - Precondition: `shape` is positive and finite.
  public mutating func gamma(shape: Double) -> Double {
    precondition(shape > 0 && shape < .infinity, "the shape must be positive and finite")
    if shape < 1 {
      // In logarithms, since the power underflows for small shapes.
      let boosted = gamma(shape: shape + 1)
      return exp(log(boosted) - exponential() / shape)
    }
    let d = shape - 1.0 / 3.0
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let root = 1 + c * x
      if root <= 0 { continue }
      let v = root * root * root
      let u = 1 - uniform()
      if u < 1 - 0.0331 * x * x * x * x { return d * v }
      if log(u) < 0.5 * x * x + d * (1 - v + log(v)) { return d * v }
    }
  }
}
