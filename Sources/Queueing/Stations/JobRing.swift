/// A first-in first-out queue of job ids in a ring that doubles when full.
///
/// Trivially copyable on purpose, so that an array of rings is plain memory; its owner,
/// `Station`, frees it.
struct JobRing {
  // Unsafe memory: no reference count and no bounds check on a push. `mask + 1` places
  // are allocated, a power of two, and every index is masked.
  private var jobs: UnsafeMutablePointer<UInt32>
  private var mask: UInt32
  private var head: UInt32 = 0
  private var tail: UInt32 = 0

  init(capacity: Int) {
    var places: UInt32 = 4
    while Int(places) < capacity { places *= 2 }
    jobs = .allocate(capacity: Int(places))
    mask = places - 1
  }

  var count: Int {
    @inline(__always) get { Int(tail &- head) }
  }

  @inline(__always)
  mutating func append(_ job: UInt32) {
    if tail &- head > mask { grow() }
    jobs[Int(tail & mask)] = job
    tail &+= 1
  }

  /// Removes the first job of a ring that is not empty.
  @inline(__always)
  mutating func removeFirst() -> UInt32 {
    assert(head != tail, "the ring is empty")
    let job = jobs[Int(head & mask)]
    head &+= 1
    return job
  }

  /// The job at a place counted from the head.
  func job(at offset: Int) -> UInt32 {
    precondition(offset >= 0 && offset < count, "offset out of range")
    return jobs[Int((head &+ UInt32(offset)) & mask)]
  }

  @inline(never)
  private mutating func grow() {
    let places = Int(mask) + 1
    precondition(places <= 1 << 30, "the queue is full")
    let larger = UnsafeMutablePointer<UInt32>.allocate(capacity: 2 * places)
    for offset in 0..<places { larger[offset] = jobs[Int((head &+ UInt32(offset)) & mask)] }
    jobs.deallocate()
    jobs = larger
    head = 0
    tail = UInt32(places)
    mask = UInt32(2 * places - 1)
  }

  func deallocate() { jobs.deallocate() }
}
