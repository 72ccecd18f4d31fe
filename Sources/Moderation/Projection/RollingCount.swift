/// A count over the newest so many buckets of time, such as the last 60 minutes.
///
/// Buckets are numbered from the start of the scenario; whoever feeds the count
/// says which bucket it is. Adding and reading take constant time, skipping ahead
/// at most the length of the window.
package struct RollingCount: Equatable, Sendable {
  private var counts: [UInt32]
  private var newest: Int64 = 0
  private var sum = 0

  package init(buckets: Int) {
    counts = Array(repeating: 0, count: buckets)
  }

  /// Counts `amount` in a bucket; buckets never go back.
  package mutating func add(_ amount: Int = 1, bucket: Int64) {
    advance(to: bucket)
    counts[index(of: bucket)] += UInt32(amount)
    sum += amount
  }

  /// The sum over the window that ends with `bucket`.
  package func sum(at bucket: Int64) -> Int {
    guard bucket > newest else { return sum }
    var current = self
    current.advance(to: bucket)
    return current.sum
  }

  private mutating func advance(to bucket: Int64) {
    guard bucket > newest else { return }
    let skipped = min(bucket - newest, Int64(counts.count))
    for passed in (bucket - skipped + 1)...bucket {
      let place = index(of: passed)
      sum -= Int(counts[place])
      counts[place] = 0
    }
    newest = bucket
  }

  private func index(of bucket: Int64) -> Int { Int(bucket % Int64(counts.count)) }
}
