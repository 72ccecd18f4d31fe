import Queueing

/// Points that cover the unit cube evenly: in each dimension one in each of `count` layers.
///
/// Source: M. D. McKay, R. J. Beckman, W. J. Conover, doi:10.1080/00401706.1979.10489755.
struct LatinHypercube {
  /// By point, then by dimension; strictly between 0 and 1.
  let points: [[Double]]

  /// O(count · dimensions · log count).
  init(count: Int, dimensions: Int, seed: UInt64) {
    var points = Array(repeating: [Double](), count: count)
    for dimension in 0..<dimensions {
      let order = KeyedRandom(seed: seed, purpose: "layers of dimension \(dimension)")
      let place = KeyedRandom(seed: seed, purpose: "places in dimension \(dimension)")
      let layers = (0..<count).sorted { left, right in
        let keys = (order.bits(UInt64(left)), order.bits(UInt64(right)))
        return keys.0 == keys.1 ? left < right : keys.0 < keys.1
      }
      for (point, layer) in layers.enumerated() {
        points[point].append((Double(layer) + place.uniform(UInt64(point))) / Double(count))
      }
    }
    self.points = points
  }
}
