import Moderation
import Queueing

/// Writes events into the bytes of one chunk; see ``ChunkDecoder`` for the way back.
///
/// Each event is a byte with its `EventTag`, the time since the event before it, and the
/// fields of its fact where they are not what the chunk so far leads to expect. Chunks are
/// independent of each other. Adding an event takes constant time on average.
package struct ChunkEncoder {
  /// The number of the first event in the log.
  package let first: Int
  package private(set) var count = 0
  package private(set) var firstTime: Microseconds = 0
  package private(set) var lastTime: Microseconds = 0
  private var bytes = ByteWriter()
  private var memories: [SubjectMemory] = []
  /// Where the newest memory of each subject is.
  private var places: [UInt32: Int] = [:]
  private var numbers = ChunkNumbers()

  package init(first: Int) { self.first = first }

  /// How many bytes the events take so far.
  package var size: Int { bytes.bytes.count }

  package mutating func add(_ event: Event) {
    if count == 0 {
      firstTime = event.time
      lastTime = event.time
    }
    add(event.fact, at: event.time)
    lastTime = event.time
    count += 1
  }

  /// The chunk as it stands.
  package func finish() -> Chunk {
    var header = ByteWriter()
    header.put(Chunk.format)
    header.put(varint: UInt64(first))
    header.put(varint: UInt64(count))
    header.put(signed: firstTime)
    header.put(signed: lastTime)
    return Chunk(
      first: first, count: count, firstTime: firstTime, lastTime: lastTime,
      payload: header.bytes + bytes.bytes)
  }

  // MARK: Facts

  private mutating func add(_ fact: Fact, at time: Microseconds) {
    switch fact {
    case .changed(let subject, let transition):
      let memory = open(.changed, subject, at: time)
      add(transition, memory, at: time)
    case .queued(let subject, let transition, let placement):
      let isExpected = placement.since == time
      let marks = isExpected ? EventTag.expectedPlacement : 0
      let memory = open(.queued, subject, marks: marks, at: time)
      add(transition, memory, at: time)
      add(placement, isExpected: isExpected, at: time)
      memories[memory].noteQueued(placement, at: time)
    case .merged(let subject, let cause, let standing, let isValid):
      _ = open(.merged, subject, marks: isValid ? EventTag.validOrder : 0, at: time)
      bytes.put(standing.rawValue | cause.rawValue << 4)
    case .claimed(let subject, let placement):
      add(.claimed, subject, nil, placement, at: time)
    case .released(let subject, let placement):
      add(.released, subject, nil, placement, at: time)
    case .decided(let subject, let transition, let placement):
      add(.decided, subject, transition, placement, at: time)
    case .withdrawn(let subject, let transition, let placement):
      add(.withdrawn, subject, transition, placement, at: time)
    case .hashed(let subject): _ = open(.hashed, subject, at: time)
    case .unhashed(let subject): _ = open(.unhashed, subject, at: time)
    case .reportedToAuthority(let subject): _ = open(.reportedToAuthority, subject, at: time)
    default: addRest(fact, at: time)
    }
  }

  /// Facts that are about no subject.
  private mutating func addRest(_ fact: Fact, at time: Microseconds) {
    switch fact {
    case .passed(let signatory, let kind, let count):
      begin(.passed, marks: kind.rawValue << 5, at: time)
      bytes.put(varint: UInt64(signatory))
      bytes.put(varint: UInt64(count))
    case .requested(let request):
      begin(.requested, at: time)
      request.write(expected: numbers.request, to: &bytes)
      numbers.request = request.number &+ 1
    case .answered(let request, let answer):
      begin(.answered, at: time)
      request.write(expected: numbers.request, to: &bytes)
      answer.write(to: &bytes)
    case .decryptionOrdered(let order):
      begin(.decryptionOrdered, at: time)
      FactForm.write(order, to: &bytes)
    case .decryptionAnswered(let order, let answer):
      begin(.decryptionAnswered, at: time)
      FactForm.write(order, to: &bytes)
      bytes.put(answer.rawValue)
    case .staffed(let station, let moderators):
      begin(.staffed, at: time)
      FactForm.write(station, moderators, expected: &numbers.station, to: &bytes)
    case .resting(let station, let moderators):
      begin(.resting, at: time)
      FactForm.write(station, moderators, expected: &numbers.station, to: &bytes)
    case .shockEnded(let shock):
      begin(.shockEnded, at: time)
      bytes.put(shock)
    case .intervened(let intervention):
      begin(.intervened, at: time)
      intervention.write(to: &bytes)
    case .changed, .queued, .merged, .claimed, .released, .decided, .withdrawn, .hashed,
      .unhashed, .reportedToAuthority:
      preconditionFailure("\(fact) is about a subject")
    }
  }

  private mutating func add(
    _ tag: EventTag, _ subject: Subject, _ transition: Transition?, _ placement: Placement,
    at time: Microseconds
  ) {
    let place = place(of: subject)
    let isExpected = place.map { memories[$0].placement == placement } ?? false
    let marks = isExpected ? EventTag.expectedPlacement : 0
    let memory = open(tag, subject, at: place, marks: marks, at: time)
    if let transition { add(transition, memory, at: time) }
    if !isExpected { add(placement, isExpected: false, at: time) }
    memories[memory].note(placement)
  }
}

// MARK: Fields

extension ChunkEncoder {
  private mutating func begin(_ tag: EventTag, marks: UInt8 = 0, at time: Microseconds) {
    if time == lastTime {
      bytes.put(tag.rawValue | marks | EventTag.sameTime)
    } else {
      bytes.put(tag.rawValue | marks)
      bytes.put(varint: UInt64(bitPattern: time &- lastTime))
    }
  }

  /// Where the memory of a subject is, if what it says of it is right.
  private func place(of subject: Subject) -> Int? {
    guard let place = places[subject.id], memories[place].subject == subject else { return nil }
    return place
  }

  /// Begins an event about a subject; returns where its memory is.
  private mutating func open(
    _ tag: EventTag, _ subject: Subject, marks: UInt8 = 0, at time: Microseconds
  ) -> Int {
    open(tag, subject, at: place(of: subject), marks: marks, at: time)
  }

  private mutating func open(
    _ tag: EventTag, _ subject: Subject, at place: Int?, marks: UInt8, at time: Microseconds
  ) -> Int {
    if let place {
      begin(tag, marks: marks | EventTag.knownSubject, at: time)
      bytes.put(varint: UInt64(memories.count - 1 - place))
      return place
    }
    begin(tag, marks: marks, at: time)
    FactForm.write(subject, expectedID: &numbers.subject, to: &bytes)
    memories.append(SubjectMemory(subject, at: time))
    places[subject.id] = memories.count - 1
    return memories.count - 1
  }

  private mutating func add(
    _ transition: Transition, _ memory: Int, at time: Microseconds
  ) {
    TransitionForm.write(transition, of: memories[memory], at: time, to: &bytes)
    memories[memory].note(transition, at: time)
  }

  private mutating func add(
    _ placement: Placement, isExpected: Bool, at time: Microseconds
  ) {
    bytes.put(varint: UInt64(placement.queue) << 3 | UInt64(placement.source.rawValue))
    if !isExpected { bytes.put(signed: time &- placement.since) }
  }
}
