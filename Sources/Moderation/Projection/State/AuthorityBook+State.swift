import Queueing

extension AuthorityBook {
  func write(to writer: inout StateWriter) {
    for tally in tallies { tally.write(to: &writer) }
    audit.write(to: &writer) { entry, writer in
      writer.put(entry.time, before: writer.now)
      writer.putBytes {
        entry.request.write(expected: 0, to: &$0)
        entry.answer.write(to: &$0)
      }
    }
  }

  mutating func read(from reader: inout StateReader) throws(StateError) {
    for index in tallies.indices { try tallies[index].read(from: &reader) }
    let signatories = tallies.count
    audit = try Newest(from: &reader) { reader throws(StateError) in
      let time = try reader.past(before: reader.now)
      let request = try reader.bytes { InformationRequest.read(expected: 0, from: &$0) }
      try reader.check(Int(request.signatory) < signatories)
      return AuditEntry(
        time: time, request: request,
        answer: try reader.bytes { InformationRequest.Answer.read(from: &$0) })
    }
  }
}

extension AuthorityTally {
  fileprivate func write(to writer: inout StateWriter) {
    for index in values.indices { writer.put(values[index]) }
  }

  fileprivate mutating func read(from reader: inout StateReader) throws(StateError) {
    for index in values.indices { values[index] = try reader.count() }
  }
}
