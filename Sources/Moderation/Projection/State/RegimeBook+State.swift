import Queueing

extension RegimeBook {
  func write(to writer: inout StateWriter) {
    for start in shockStarts { writer.put(start.map { writer.now - $0 }) }
    for percent in staffing { writer.put(percent) }
    for case let screening? in thresholds.joined() {
      writer.put(screening.removeAt)
      writer.put(screening.reviewAt)
    }
    // One that differs from the scenario's is that of a shock.
    for (start, first) in zip(startsOfPolicies, firstStarts) {
      writer.put(start == first ? nil : start.map { writer.now - $0 })
    }
    interventions.write(to: &writer) { applied, writer in
      writer.put(applied.time, before: writer.now)
      writer.putBytes { applied.intervention.write(to: &$0) }
    }
  }

  mutating func read(
    from reader: inout StateReader, _ facts: ScenarioFacts
  ) throws(StateError) {
    for index in shockStarts.indices {
      shockStarts[index] = try reader.optional(upTo: reader.now).map { reader.now - $0 }
    }
    for index in staffing.indices {
      staffing[index] = Int(try reader.number(upTo: UInt64(UInt16.max)))
    }
    for policy in thresholds.indices {
      for kind in thresholds[policy].indices {
        guard let known = thresholds[policy][kind] else { continue }
        let screening = Thresholds(
          removeAt: try reader.double(), reviewAt: try reader.double(), least: known.least)
        try reader.check(screening.isOrdered)
        thresholds[policy][kind] = screening
      }
    }
    for index in startsOfPolicies.indices {
      guard let age = try reader.optional(upTo: reader.now) else { continue }
      startsOfPolicies[index] = reader.now - age
    }
    interventions = try Newest(from: &reader) { reader throws(StateError) in
      let time = try reader.past(before: reader.now)
      let intervention = try reader.bytes { Intervention.read(from: &$0) }
      try reader.check(facts.allows(intervention))
      return AppliedIntervention(time: time, intervention: intervention)
    }
  }
}
