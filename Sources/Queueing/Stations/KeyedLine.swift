/// Waiting jobs in the order of a rank, from which any may leave.
///
/// The least rank goes first; among equal ranks the more urgent class, then who came
/// first. With the deadline as the rank this is earliest deadline first. For a discipline
/// that prefers great values, such as expected views, rank by their complement.
///
/// Complexity: O(log n). 16 bytes a waiting job and 8 bytes a job id.
public struct KeyedLine: ~Copyable {
  /// Ranks lie in `0 ..< rankLimit`.
  public static let rankLimit: Int64 = SimulationClock.end

  private var heap: IndexedHeap
  private var sequence = KeySequence()

  public init(minimumCapacity: Int = 64) {
    heap = IndexedHeap(minimumCapacity: minimumCapacity)
  }

  /// Number of waiting jobs.
  public var count: Int { heap.count }

  /// Whether the job waits here.
  public func contains(_ job: UInt32) -> Bool { heap.contains(job) }

  /// Adds a job.
  ///
  /// - Precondition: `rank` lies in `0 ..< rankLimit`, `priorityClass` in `0 ..< 16`, and
  ///   the job does not wait yet.
  @inline(__always)
  public mutating func insert(_ job: UInt32, rank: Int64, priorityClass: Int = 0) {
    heap.insert(sequence.next(rank, UInt8(truncatingIfNeeded: priorityClass), job))
  }

  /// Removes the job of the least rank; nil when none waits.
  @inline(__always)
  public mutating func removeFirst() -> (job: UInt32, priorityClass: Int)? {
    if heap.count == 0 { return nil }
    let key = heap.least
    heap.removeLeast()
    return (key.slot, Int(truncatingIfNeeded: key.high & 0xF))
  }

  /// The waiting jobs whose rank lies in a range, the next one first.
  ///
  /// Complexity: O(n + m log m) for n jobs that wait, m of them in the range.
  public func jobs(rankedIn ranks: Range<Int64>) -> [UInt32] {
    heap.slotsInOrder { ranks.contains($0.value) }
  }

  /// Gives a waiting job another rank; it goes behind those of the same rank.
  ///
  /// - Precondition: as for `insert`, but that the job waits.
  public mutating func setRank(_ rank: Int64, of job: UInt32, priorityClass: Int = 0) {
    precondition(heap.remove(job), "the job does not wait here")
    insert(job, rank: rank, priorityClass: priorityClass)
  }

  /// Takes a waiting job out; false when it does not wait here.
  @inline(__always)
  @discardableResult
  public mutating func remove(_ job: UInt32) -> Bool { heap.remove(job) }
}
