import Moderation
import Queueing

/// Reads the events of one chunk, one after the other.
///
/// It is total: any bytes give events or a ``ChunkError``. It holds no more than some
/// hundred bytes for each byte of the payload.
package struct ChunkDecoder {
  package let first: Int
  package let count: Int
  package let firstTime: Microseconds
  package let lastTime: Microseconds
  /// How many events have been read.
  package private(set) var position = 0
  /// The time of the event that was read last.
  private var time: Microseconds
  private var bytes: ByteReader
  private var memories: [SubjectMemory] = []
  private var numbers = ChunkNumbers()

  package init(_ payload: [UInt8]) throws(ChunkError) {
    bytes = ByteReader(payload)
    let format = bytes.byte()
    guard format == Chunk.format else { throw .unknownFormat(format) }
    let first = bytes.varint()
    let count = bytes.varint()
    firstTime = bytes.signed()
    lastTime = bytes.signed()
    time = firstTime
    // Each event takes a byte at least.
    guard !bytes.isBroken, first < 1 << 60, (1...UInt64(Chunk.capacity)).contains(count),
      count < payload.count
    else { throw .malformedHeader }
    self.first = Int(first)
    self.count = Int(count)
  }

  /// The next event; nil after the last one.
  package mutating func next() throws(ChunkError) -> Event? {
    guard position < count else {
      guard bytes.isAtEnd, time == lastTime else { throw .malformedEvent(first + position) }
      return nil
    }
    let head = bytes.byte()
    if head & EventTag.sameTime == 0 { time = time &+ Int64(bitPattern: bytes.varint()) }
    guard let tag = EventTag(rawValue: head & EventTag.mask), let fact = fact(tag, head),
      !bytes.isBroken
    else { throw .malformedEvent(first + position) }
    position += 1
    return Event(time: time, fact: fact)
  }

  // MARK: Facts

  @inline(__always)
  private mutating func fact(_ tag: EventTag, _ head: UInt8) -> Fact? {
    switch tag {
    case .changed:
      guard let memory = memory(head), let transition = transition(memory) else { return nil }
      return .changed(memories[memory].subject, transition)
    case .queued:
      guard let memory = memory(head), let transition = transition(memory),
        let placement = placement(isNow: head & EventTag.expectedPlacement != 0)
      else { return nil }
      memories[memory].noteQueued(placement, at: time)
      return .queued(memories[memory].subject, transition, placement)
    case .merged:
      guard let memory = memory(head) else { return nil }
      let marks = bytes.byte()
      guard let standing = Standing(rawValue: marks & 0xF), let cause = Cause(rawValue: marks >> 4)
      else { return nil }
      let isValid = head & EventTag.validOrder != 0
      return .merged(memories[memory].subject, cause, standing, isValid: isValid)
    case .claimed:
      guard let memory = memory(head), let placement = placement(memory, head) else { return nil }
      return .claimed(memories[memory].subject, placement)
    case .released:
      guard let memory = memory(head), let placement = placement(memory, head) else { return nil }
      return .released(memories[memory].subject, placement)
    case .decided:
      guard let memory = memory(head), let transition = transition(memory),
        let placement = placement(memory, head)
      else { return nil }
      return .decided(memories[memory].subject, transition, placement)
    case .withdrawn:
      guard let memory = memory(head), let transition = transition(memory),
        let placement = placement(memory, head)
      else { return nil }
      return .withdrawn(memories[memory].subject, transition, placement)
    case .hashed: return memory(head).map { .hashed(memories[$0].subject) }
    case .unhashed: return memory(head).map { .unhashed(memories[$0].subject) }
    case .reportedToAuthority:
      return memory(head).map { .reportedToAuthority(memories[$0].subject) }
    case .passed: return passed(head)
    case .requested, .answered, .decryptionOrdered, .decryptionAnswered, .staffed, .resting,
      .shockEnded, .intervened:
      return rest(tag)
    }
  }

  @inline(__always)
  private mutating func passed(_ head: UInt8) -> Fact? {
    guard let kind = SubjectKind(rawValue: head >> 5 & 3) else { return nil }
    let signatory: UInt16 = bytes.number()
    return .passed(signatory: signatory, kind: kind, count: bytes.number())
  }

  /// Facts that are rare.
  private mutating func rest(_ tag: EventTag) -> Fact? {
    switch tag {
    case .requested:
      guard let request = InformationRequest.read(expected: numbers.request, from: &bytes) else {
        return nil
      }
      numbers.request = request.number &+ 1
      return .requested(request)
    case .answered:
      guard let request = InformationRequest.read(expected: numbers.request, from: &bytes),
        let answer = InformationRequest.Answer.read(from: &bytes)
      else { return nil }
      return .answered(request, answer)
    case .decryptionOrdered: return .decryptionOrdered(FactForm.order(from: &bytes))
    case .decryptionAnswered:
      let order = FactForm.order(from: &bytes)
      return DecryptionOrder.Answer(rawValue: bytes.byte()).map { .decryptionAnswered(order, $0) }
    case .staffed:
      return FactForm.station(expected: &numbers.station, from: &bytes)
        .map { .staffed(station: $0.station, moderators: $0.moderators) }
    case .resting:
      return FactForm.station(expected: &numbers.station, from: &bytes)
        .map { .resting(station: $0.station, moderators: $0.moderators) }
    case .shockEnded: return .shockEnded(bytes.byte())
    case .intervened: return Intervention.read(from: &bytes).map { .intervened($0) }
    case .passed, .changed, .queued, .merged, .claimed, .released, .decided, .withdrawn, .hashed,
      .unhashed, .reportedToAuthority:
      return nil
    }
  }
}

// MARK: Fields

extension ChunkDecoder {
  /// Where the memory of the subject is that an event is about.
  @inline(__always)
  private mutating func memory(_ head: UInt8) -> Int? {
    if head & EventTag.knownSubject != 0 {
      let distance = bytes.varint()
      guard distance < memories.count else { return nil }
      return memories.count - 1 - Int(distance)
    }
    guard let subject = FactForm.subject(expectedID: &numbers.subject, from: &bytes) else {
      return nil
    }
    memories.append(SubjectMemory(subject, at: time))
    return memories.count - 1
  }

  @inline(__always)
  private mutating func transition(_ memory: Int) -> Transition? {
    guard let transition = TransitionForm.read(of: memories[memory], at: time, from: &bytes)
    else { return nil }
    memories[memory].note(transition, at: time)
    return transition
  }

  /// The placement of a job that has been in its queue already.
  @inline(__always)
  private mutating func placement(_ memory: Int, _ head: UInt8) -> Placement? {
    if head & EventTag.expectedPlacement != 0 { return memories[memory].placement }
    guard let placement = placement(isNow: false) else { return nil }
    memories[memory].note(placement)
    return placement
  }

  @inline(__always)
  private mutating func placement(isNow: Bool) -> Placement? {
    let place = bytes.varint()
    let since = isNow ? time : time &- bytes.signed()
    guard let queue = UInt8(exactly: place >> 3),
      let source = ReviewSource(rawValue: UInt8(place & 7))
    else { return nil }
    return Placement(queue: Int(queue), source: source, since: since)
  }
}
