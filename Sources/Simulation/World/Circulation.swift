import Queueing

#if canImport(Glibc)
  import Glibc
#endif

/// The items of content under one policy that are uploaded again and again.
///
/// A fixed number circulates at a time; after some days others do. Which item an upload
/// copies follows Zipf's law with exponent 1, drawn by inverting its continuous form: the
/// rank is the number of items to the power of a uniform number.
struct Circulation {
  /// One item, or one alteration of it: what a hash stands for.
  ///
  /// 0 stands for none.
  typealias Item = UInt64

  static let none: Item = 0

  /// The bits that say how an item is altered, so that there are few enough alterations.
  private static let alterations: UInt64 = 0xFFF

  private let items: Double
  private let variants: Double
  private let period: Microseconds
  let shareOfViolating: Double
  let shareOfCandidates: Double
  let variantShare: Double
  private let base: UInt64

  init(_ copies: CopyParameters, policy: Int) {
    items = Double(copies.items.value)
    variants = Double(copies.variants.value)
    period = max(1, Microseconds(copies.circulationDays.value * Double(TimeUnit.day)))
    shareOfViolating = copies.shareOfViolating.value
    shareOfCandidates = copies.shareOfCandidates.value
    variantShare = copies.variantShare.value
    base = UInt64(policy + 1) << 56
  }

  /// Whether an item of this policy's circulates no more at an instant.
  func isPast(_ item: Item, at instant: Microseconds) -> Bool {
    item >> 56 == base >> 56 && (item >> 32) & 0x7F_FFFF < UInt64(instant / period) & 0x7F_FFFF
  }

  /// The item that a copy uploaded at an instant copies.
  ///
  /// - Parameters:
  ///   - isViolating: violating and lawful items are different ones.
  ///   - uniform: chooses the item; the same number chooses the same one in a period.
  ///   - variant: chooses the alteration; nil for an exact copy.
  func item(
    at instant: Microseconds, isViolating: Bool, uniform: Double, variant: Double? = nil
  ) -> Item {
    let rank = UInt64(min(items - 1, exp(log(items + 1) * uniform) - 1))
    // Policy 8 bits, truth 1, period 23, rank 20, alteration 12.
    let item =
      base | (isViolating ? 1 << 55 : 0)
      | (UInt64(instant / period) & 0x7F_FFFF) << 32 | (rank & 0xF_FFFF) << 12
    return variant.map { Self.alteration($0 * variants, of: item) } ?? item
  }

  /// The item of which another is an alteration; an unaltered one itself.
  static func original(of item: Item) -> Item { item & ~alterations }

  /// One of the alterations of an unaltered item.
  static func alteration(_ number: Double, of item: Item) -> Item {
    item | (1 + UInt64(number) % alterations)
  }
}
