import Queueing

/// How an intervention is written, in logs and in states.
extension Intervention {
  package func write(to bytes: inout ByteWriter) {
    switch self {
    case .shock(let index):
      bytes.put(1)
      bytes.put(index)
    case .removeAt(let policy, let kind, let score):
      bytes.put(2)
      bytes.put(policy)
      bytes.put(kind.rawValue)
      bytes.put(float: score)
    case .reviewAt(let policy, let kind, let score):
      bytes.put(3)
      bytes.put(policy)
      bytes.put(kind.rawValue)
      bytes.put(float: score)
    case .staffing(let team, let percent):
      bytes.put(4)
      bytes.put(team)
      bytes.put(varint: UInt64(percent))
    case .discipline(let queue, let discipline):
      bytes.put(5)
      bytes.put(queue)
      bytes.put(discipline.rawValue)
    case .target(let queue, let seconds):
      bytes.put(6)
      bytes.put(queue)
      bytes.put(varint: UInt64(seconds))
    }
  }

  /// Nil when the bytes are those of none.
  package static func read(from bytes: inout ByteReader) -> Intervention? {
    let tag = bytes.byte()
    let subject = bytes.byte()
    switch tag {
    case 1: return .shock(subject)
    case 2, 3:
      guard let kind = SubjectKind(rawValue: bytes.byte()) else { return nil }
      let score = bytes.float()
      return tag == 2
        ? .removeAt(policy: subject, kind: kind, score: score)
        : .reviewAt(policy: subject, kind: kind, score: score)
    case 4: return .staffing(team: subject, percent: bytes.number())
    case 5:
      guard let discipline = QueueDiscipline(rawValue: bytes.byte()) else { return nil }
      return .discipline(queue: subject, discipline)
    case 6: return .target(queue: subject, seconds: bytes.number())
    default: return nil
    }
  }
}
