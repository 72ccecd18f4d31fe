/// Records of the jobs that are in the system, under small ids that are used again.
///
/// Memory depends on the greatest number of jobs at a time and not on how many there
/// were. Ids are dense, so they serve as calendar slots and station jobs as well.
///
/// Complexity: O(1), amortised for `insert`.
public struct JobPool<Record: BitwiseCopyable>: ~Copyable {
  /// Number of records held.
  public private(set) var count = 0
  /// All ids given out so far are below this.
  public private(set) var idLimit: UInt32 = 0

  // Unsafe memory, owned and freed by the pool: a job's record is read at each of its
  // events, where an array's checks would show. Ids are below `idLimit <= capacity`.
  private var records: UnsafeMutablePointer<Record>
  /// A stack of the ids given back: `idLimit − count` of them.
  private var free: UnsafeMutablePointer<UInt32>
  private var capacity: UInt32

  public init(minimumCapacity: Int = 64) {
    capacity = UInt32(max(minimumCapacity, 1))
    records = .allocate(capacity: Int(capacity))
    free = .allocate(capacity: Int(capacity))
  }

  deinit {
    records.deallocate()
    free.deallocate()
  }

  /// Keeps a record and gives it an id.
  @inline(__always)
  public mutating func insert(_ record: Record) -> UInt32 {
    let returned = Int(idLimit) &- count
    let id: UInt32
    if returned > 0 {
      id = free[returned &- 1]
    } else {
      if idLimit == capacity { grow() }
      id = idLimit
      idLimit &+= 1
    }
    count &+= 1
    (records + Int(id)).initialize(to: record)
    return id
  }

  /// Gives an id back; it must be in use.
  @inline(__always)
  public mutating func remove(_ id: UInt32) {
    assert(id < idLimit && count > 0, "the id is not in use")
    count &-= 1
    free[Int(idLimit) &- count &- 1] = id
  }

  /// The record of an id that is in use.
  @inline(__always)
  public subscript(_ id: UInt32) -> Record {
    get {
      assert(id < idLimit, "the id is not in use")
      return records[Int(id)]
    }
    nonmutating set {
      assert(id < idLimit, "the id is not in use")
      records[Int(id)] = newValue
    }
  }

  @inline(never)
  private mutating func grow() {
    precondition(capacity < EventCalendar.slotLimit, "too many jobs at a time")
    let larger = 2 * capacity
    let newRecords = UnsafeMutablePointer<Record>.allocate(capacity: Int(larger))
    newRecords.update(from: records, count: Int(capacity))
    records.deallocate()
    free.deallocate()
    records = newRecords
    // No id is free when the pool is full.
    free = .allocate(capacity: Int(larger))
    capacity = larger
  }
}
