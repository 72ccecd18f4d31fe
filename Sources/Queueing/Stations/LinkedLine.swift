/// Waiting jobs in priority classes, first come first served, from which any may leave.
///
/// A doubly linked list for each class, with the links in arrays indexed by job id, so
/// that a job gives up its place in O(1). Job ids should be dense (see `JobPool`).
///
/// Complexity: O(1), amortised for ids above all earlier ones. 12 bytes a job id.
public struct LinkedLine: ~Copyable {
  /// The links of one job; `priorityClass` is `absent` while it does not wait.
  private struct Links {
    var next: UInt32
    var previous: UInt32
    var priorityClass: UInt32
  }

  private struct Ends {
    var first: UInt32
    var last: UInt32
    var count: Int
  }

  private static let none = UInt32.max

  /// Number of classes.
  public let classes: Int
  /// Number of waiting jobs.
  public private(set) var count = 0

  // Unsafe memory, owned and freed by the line: links are followed at each event.
  // `links` has `capacity` entries, `ends` one for each class.
  private var links: UnsafeMutablePointer<Links>
  private let ends: UnsafeMutablePointer<Ends>
  private var capacity: Int
  /// One bit for each class that has a job waiting.
  private var waitingClasses: UInt64 = 0

  /// Creates an empty line.
  ///
  /// - Precondition: `classes` lies in `1 ... Station.greatestClassCount`.
  public init(classes: Int = 1, minimumCapacity: Int = 64) {
    precondition((1...Station.greatestClassCount).contains(classes), "classes out of range")
    self.classes = classes
    capacity = max(minimumCapacity, 1)
    links = .allocate(capacity: capacity)
    links.initialize(
      repeating: Links(next: Self.none, previous: Self.none, priorityClass: Self.none),
      count: capacity)
    ends = .allocate(capacity: classes)
    ends.initialize(
      repeating: Ends(first: Self.none, last: Self.none, count: 0), count: classes)
  }

  deinit {
    links.deallocate()
    ends.deallocate()
  }

  /// Number of jobs of a class that wait.
  public func count(_ priorityClass: Int) -> Int {
    precondition(priorityClass >= 0 && priorityClass < classes, "class out of range")
    return ends[priorityClass].count
  }

  /// Whether the job waits here.
  @inline(__always)
  public func contains(_ job: UInt32) -> Bool {
    Int(job) < capacity && links[Int(job)].priorityClass != Self.none
  }

  /// The most urgent class with a job waiting, or nil.
  @inline(__always)
  public var mostUrgentClass: Int? {
    waitingClasses == 0 ? nil : waitingClasses.trailingZeroBitCount
  }

  /// Adds a job behind the others of its class.
  @inline(__always)
  public mutating func append(_ job: UInt32, priorityClass: Int) {
    prepare(job, priorityClass)
    let last = ends[priorityClass].last
    links[Int(job)] = Links(
      next: Self.none, previous: last, priorityClass: UInt32(truncatingIfNeeded: priorityClass))
    if last == Self.none {
      ends[priorityClass].first = job
    } else {
      links[Int(last)].next = job
    }
    ends[priorityClass].last = job
  }

  /// Adds a job before the others of its class, as one that was interrupted.
  public mutating func prepend(_ job: UInt32, priorityClass: Int) {
    prepare(job, priorityClass)
    let first = ends[priorityClass].first
    links[Int(job)] = Links(
      next: first, previous: Self.none, priorityClass: UInt32(truncatingIfNeeded: priorityClass))
    if first == Self.none {
      ends[priorityClass].last = job
    } else {
      links[Int(first)].previous = job
    }
    ends[priorityClass].first = job
  }

  /// Removes the first job of the most urgent class; nil when none waits.
  @inline(__always)
  public mutating func removeFirst() -> (job: UInt32, priorityClass: Int)? {
    guard let priorityClass = mostUrgentClass else { return nil }
    let job = ends[priorityClass].first
    remove(job)
    return (job, priorityClass)
  }

  /// Takes a waiting job out, wherever it stands; false when it does not wait here.
  @inline(__always)
  @discardableResult
  public mutating func remove(_ job: UInt32) -> Bool {
    guard contains(job) else { return false }
    let own = links[Int(job)]
    let priorityClass = Int(own.priorityClass)
    if own.previous == Self.none {
      ends[priorityClass].first = own.next
    } else {
      links[Int(own.previous)].next = own.next
    }
    if own.next == Self.none {
      ends[priorityClass].last = own.previous
    } else {
      links[Int(own.next)].previous = own.previous
    }
    links[Int(job)].priorityClass = Self.none
    ends[priorityClass].count &-= 1
    if ends[priorityClass].count == 0 {
      waitingClasses &= ~(1 &<< UInt64(truncatingIfNeeded: priorityClass))
    }
    count &-= 1
    return true
  }

  @inline(__always)
  private mutating func prepare(_ job: UInt32, _ priorityClass: Int) {
    assert(priorityClass >= 0 && priorityClass < classes, "class out of range")
    assert(!contains(job), "the job waits already")
    if Int(job) >= capacity { grow(job) }
    ends[priorityClass].count &+= 1
    waitingClasses |= 1 &<< UInt64(truncatingIfNeeded: priorityClass)
    count &+= 1
  }

  @inline(never)
  private mutating func grow(_ job: UInt32) {
    let newCapacity = max(2 * capacity, Int(job) + 1)
    let larger = UnsafeMutablePointer<Links>.allocate(capacity: newCapacity)
    larger.initialize(
      repeating: Links(next: Self.none, previous: Self.none, priorityClass: Self.none),
      count: newCapacity)
    larger.update(from: links, count: capacity)
    links.deallocate()
    (links, capacity) = (larger, newCapacity)
  }
}
