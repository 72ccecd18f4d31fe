import DequeModule

/// A count over the newest so many buckets of time, such as the last 60 minutes.
///
/// Buckets are numbered from the start of the scenario; whoever feeds the count
/// says which bucket it is. Only buckets with something in them are held. Adding
/// takes amortized constant time, reading time in the number of buckets.
package struct RollingCount: Equatable, Sendable {
  private struct Bucket: Equatable, Sendable {
    let number: Int64
    var count: Int
  }

  private let length: Int64
  private var held: Deque<Bucket> = []
  private var total = 0

  package init(buckets: Int) { length = Int64(buckets) }

  /// Counts `amount` in a bucket; buckets never go back.
  package mutating func add(_ amount: Int = 1, bucket: Int64) {
    total += amount
    if let last = held.indices.last, held[last].number == bucket {
      held[last].count += amount
      return
    }
    while let oldest = held.first, oldest.number <= bucket - length {
      total -= oldest.count
      held.removeFirst()
    }
    held.append(Bucket(number: bucket, count: amount))
  }

  /// The sum over the window that ends with `bucket`.
  package func sum(at bucket: Int64) -> Int {
    held.prefix { $0.number <= bucket - length }.reduce(total) { $0 - $1.count }
  }
}
