#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The layers of a ziggurat: 256 horizontal strips of equal area under a density.
///
/// `edge(i)` is the right edge of layer i, falling from the base strip (whose width
/// stands for the tail as well) to 0; `height(i)` is the density there.
///
/// Source: G. Marsaglia, W. W. Tsang, "The ziggurat method for generating random
/// variables", doi:10.18637/jss.v005.i08, with the layer and the position taken from
/// different bits of one word, as J. A. Doornik advises.
struct Ziggurat {
  static let layers = 256

  /// The layers under e⁻ˣ.
  static let exponential = Ziggurat(
    tailStart: 7.697_117_470_131_049_72, tailArea: exp(-7.697_117_470_131_049_72),
    density: { exp(-$0) }, inverse: { -log($0) })

  /// The layers under the right half of e^(−x²/2).
  static let normal = Ziggurat(
    tailStart: 3.654_152_885_361_008_796,
    tailArea: (Double.pi / 2).squareRoot() * erfc(3.654_152_885_361_008_796 / 2.squareRoot()),
    density: { exp(-0.5 * $0 * $0) }, inverse: { (-2 * log($0)).squareRoot() })

  // Unsafe memory: two tables, written once here and never freed, so that a draw reads
  // them without bounds checks and reference counts. Indices come from 8 random bits.
  private let edges: UnsafePointer<Double>
  private let heights: UnsafePointer<Double>

  private init(
    tailStart: Double, tailArea: Double,
    density: (Double) -> Double, inverse: (Double) -> Double
  ) {
    let area = tailStart * density(tailStart) + tailArea
    let edges = UnsafeMutablePointer<Double>.allocate(capacity: Self.layers + 1)
    let heights = UnsafeMutablePointer<Double>.allocate(capacity: Self.layers + 1)
    edges[0] = area / density(tailStart)
    edges[1] = tailStart
    for layer in 2..<Self.layers {
      edges[layer] = inverse(area / edges[layer - 1] + density(edges[layer - 1]))
    }
    edges[Self.layers] = 0
    for layer in 0...Self.layers { heights[layer] = density(edges[layer]) }
    self.edges = UnsafePointer(edges)
    self.heights = UnsafePointer(heights)
  }

  @inline(__always)
  func edge(_ layer: Int) -> Double { edges[layer] }

  @inline(__always)
  func height(_ layer: Int) -> Double { heights[layer] }
}

// Immutable after initialisation, as above.
extension Ziggurat: @unchecked Sendable {}
