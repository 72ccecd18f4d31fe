/// The law of the wait in M/G/1 when service is uniform.
///
/// P(wait > x) satisfies the renewal equation V(x) = λ∫ₓ^∞ B̄ + λ∫₀ˣ V(x − u) B̄(u) du, with B̄ the
/// service tail (W. Feller, "An Introduction to Probability Theory and Its Applications II", 1971,
/// chapter XI). It is solved by polynomial collocation on panels whose edges lie where V has kinks,
/// at sums of the two ends of the distribution; its positive kernel keeps the relative error small
/// far out in the tail. H. Brunner, "Collocation Methods for Volterra Integral Equations" (2004),
/// doi:10.1017/CBO9780511543234.
struct UniformTail {
  let arrivalRate: Double
  let low: Double
  let high: Double

  private static let nodes = Chebyshev(count: 14)
  /// The most panels the equation is solved on.
  static let mostPanels = 40_000.0

  /// P(wait > time).
  ///
  /// Time: O(time / mean service time).
  func probability(_ time: Double) throws(ModelError) -> Double {
    let mean = low + (high - low) / 2
    guard time / mean * 4 <= Self.mostPanels else {
      throw .invalid(
        parameter: "t", value: "\(time)",
        expected: "at most \(Self.mostPanels / 4) mean service times")
    }
    let edges = panelEdges(time, widest: mean / 4)
    var panels: [[Double]] = []
    var first = 0
    for panel in 0..<(edges.count - 1) {
      while edges[first + 1] < edges[panel] - high { first += 1 }
      panels.append(solve(panel, edges, panels, from: first))
    }
    return panels.last?.last ?? arrivalRate * mean
  }

  /// Kinks at i·low + j·high up to `time`, while V there is less smooth than the polynomials.
  private func panelEdges(_ time: Double, widest: Double) -> [Double] {
    var kinks = [0, time]
    for total in 1...12 {
      for highs in 0...total {
        let kink = Double(total - highs) * low + Double(highs) * high
        if kink < time { kinks.append(kink) }
      }
    }
    kinks.sort()
    var edges = [0.0]
    for kink in kinks where kink - (edges.last ?? 0) > 1e-9 * widest || kink == time {
      let start = edges.last ?? 0
      let parts = max(1, Int(((kink - start) / widest).rounded(.up)))
      guard kink > start else { continue }
      for part in 1..<(parts + 1) {
        edges.append(part == parts ? kink : start + (kink - start) * Double(part) / Double(parts))
      }
    }
    return edges
  }

  /// P(service > u).
  private func tail(_ u: Double) -> Double {
    u <= low ? 1 : u >= high ? 0 : (high - u) / (high - low)
  }

  /// ∫ₓ^∞ P(service > u) du.
  private func tailIntegral(_ x: Double) -> Double {
    if x >= high { return 0 }
    if x <= low { return low - x + (high - low) / 2 }
    return (high - x) * (high - x) / (2 * (high - low))
  }

  /// V at the nodes of one panel, given the panels before it.
  private func solve(
    _ panel: Int, _ edges: [Double], _ solved: [[Double]], from first: Int
  ) -> [Double] {
    let nodes = Self.nodes
    var matrix: [[Double]] = []
    var right: [Double] = []
    for node in nodes.points.indices {
      let x = nodes.place(node, edges[panel], edges[panel + 1])
      var value = arrivalRate * tailIntegral(x)
      for earlier in first..<max(panel, first) {
        let weights = kernelWeights(x, edges[earlier], edges[earlier + 1])
        for index in weights.indices { value += weights[index] * solved[earlier][index] }
      }
      var row = kernelWeights(x, edges[panel], edges[panel + 1]).map { -$0 }
      row[node] += 1
      matrix.append(row)
      right.append(value)
    }
    return LinearSystem.solve(matrix, right) ?? right
  }

  /// λ ∫ B̄(x − y) V(y) dy over a panel, up to x, as weights of V's values at the panel's nodes.
  private func kernelWeights(_ x: Double, _ start: Double, _ end: Double) -> [Double] {
    var weights = [Double](repeating: 0, count: Self.nodes.points.count)
    var lower = max(start, x - high)
    for upper in [min(end, x - low), min(end, x)] where upper > lower {
      for (point, weight) in GaussLegendre.rule {
        let y = lower + (upper - lower) * point
        let factor = arrivalRate * weight * (upper - lower) * tail(x - y)
        Self.nodes.accumulate(at: (y - start) / (end - start), factor, into: &weights)
      }
      lower = upper
    }
    return weights
  }
}

/// Chebyshev points of the second kind on [0, 1], and interpolation through values at them.
///
/// J.-P. Berrut and L. N. Trefethen, "Barycentric Lagrange interpolation" (2004),
/// doi:10.1137/S0036144502417715.
struct Chebyshev {
  let points: [Double]
  private let weights: [Double]

  init(count: Int) {
    points = (0..<count).map { index in
      (1 - RealMath.cosine(.pi * Double(index) / Double(count - 1))) / 2
    }
    weights = (0..<count).map { index in
      (index % 2 == 0 ? 1 : -1) * (index == 0 || index == count - 1 ? 0.5 : 1)
    }
  }

  func place(_ index: Int, _ start: Double, _ end: Double) -> Double {
    index == points.count - 1 ? end : start + (end - start) * points[index]
  }

  /// Adds `factor` times each Lagrange polynomial's value at `x`.
  func accumulate(at x: Double, _ factor: Double, into sums: inout [Double]) {
    var total = 0.0
    for index in points.indices {
      if x == points[index] {
        sums[index] += factor
        return
      }
      total += weights[index] / (x - points[index])
    }
    let scale = factor / total
    for index in points.indices { sums[index] += scale * weights[index] / (x - points[index]) }
  }
}

/// The 12-point Gauss–Legendre rule on [0, 1], exact to degree 23.
enum GaussLegendre {
  static let rule: [(point: Double, weight: Double)] = makeRule(12)

  private static func makeRule(_ count: Int) -> [(point: Double, weight: Double)] {
    (0..<count).map { index in
      var x = RealMath.cosine(.pi * (Double(index) + 0.75) / (Double(count) + 0.5))
      var slope = 0.0
      for _ in 0..<20 {
        var (previous, current) = (1.0, x)
        for degree in 2...count {
          let n = Double(degree)
          (previous, current) = (current, ((2 * n - 1) * x * current - (n - 1) * previous) / n)
        }
        slope = Double(count) * (x * current - previous) / (x * x - 1)
        x -= current / slope
      }
      return ((1 + x) / 2, 1 / ((1 - x * x) * slope * slope))
    }
  }
}
