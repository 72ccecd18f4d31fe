import Queueing

#if canImport(Glibc)
  import Glibc
#endif

/// The share of violating content in all that is viewed: the violative view rate.
package struct Prevalence: Equatable, Sendable {
  package let violatingViews: Double
  package let allViews: Double

  /// The exact share, which only a simulation knows; nil without views.
  package var value: Double? { allViews > 0 ? violatingViews / allViews : nil }

  /// What a platform would publish: it looks at some views, drawn at random.
  package struct Sample: Equatable, Sendable {
    /// The views that were looked at.
    package let size: Int
    /// Those of them that were of violating content.
    package let hits: Int

    package init(size: Int, hits: Int) {
      self.size = size
      self.hits = hits
    }

    /// The shares of which the sample speaks.
    ///
    /// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical
    /// inference", doi:10.1080/01621459.1927.10502953.
    ///
    /// - Precondition: `level` lies strictly between 0 and 1.
    package func interval(level: Double = 0.95) -> ClosedRange<Double> {
      precondition(level > 0 && level < 1, "a level lies between 0 and 1")
      let n = Double(size)
      let share = Double(hits) / n
      let z = StandardNormal.quantile(0.5 + 0.5 * level)
      let weight = 1 / (1 + z * z / n)
      let centre = weight * (share + z * z / (2 * n))
      let halfWidth = weight * z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
      return max(0, centre - halfWidth)...min(1, centre + halfWidth)
    }
  }

  /// The views that a sample looks at.
  package static let sampleSize = 100_000

  /// Draws a sample of views; nil without views.
  ///
  /// The number of hits is binomial, drawn by the gaps between them, which are geometric.
  ///
  /// Complexity: O(hits).
  package func sample(
    size: Int = sampleSize, _ stream: inout RandomStream
  ) -> Sample? {
    guard let share = value.map({ min(1, max(0, $0)) }) else { return nil }
    if share == 0 || share == 1 { return Sample(size: size, hits: share == 0 ? 0 : size) }
    let scale = 1 / log1p(-share)
    var (hits, place) = (0, -1.0)
    while true {
      place += 1 + (log(1 - stream.uniform()) * scale).rounded(.down)
      if place >= Double(size) { return Sample(size: size, hits: hits) }
      hits += 1
    }
  }
}
