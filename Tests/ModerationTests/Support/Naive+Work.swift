import Moderation
import Queueing

/// Queues and moderators.
extension Naive {
  /// The decisions of a part of a queue by the target that each had, and as late what was
  /// passed on or withdrawn after it.
  func punctuality(
    queue: Int, signatory: Int?, since: Microseconds
  ) -> (onTime: Int, late: Int) {
    var target = facts.queues[queue].target.value
    var result = (onTime: 0, late: 0)
    for event in events {
      switch event.fact {
      case .intervened(.target(let changed, let seconds)) where Int(changed) == queue:
        target = Microseconds(seconds) * TimeUnit.second
      case .withdrawn(let subject, _, let place)
      where Int(place.queue) == queue && event.time >= since
        && signatory ?? Int(subject.signatory) == Int(subject.signatory):
        if event.time - place.since > target { result.late += 1 }
      case .decided(let subject, let step, let place)
      where Int(place.queue) == queue && event.time >= since
        && signatory ?? Int(subject.signatory) == Int(subject.signatory):
        if event.time - place.since > target {
          result.late += 1
        } else if !step.to.isPending {
          result.onTime += 1
        }
      default: break
      }
    }
    return result
  }

  /// The target of a queue now.
  func target(of queue: Int) -> Microseconds {
    events.reduce(facts.queues[queue].target.value) { target, event in
      guard case .intervened(.target(let changed, let seconds)) = event.fact,
        Int(changed) == queue
      else { return target }
      return Microseconds(seconds) * TimeUnit.second
    }
  }

  /// The times from entering a queue to each claim from an instant on, sorted.
  func waits(queue: Int, signatory: Int?, since: Microseconds) -> [Microseconds] {
    events.compactMap { event in
      guard case .claimed(let subject, let place) = event.fact, Int(place.queue) == queue,
        event.time >= since, signatory ?? Int(subject.signatory) == Int(subject.signatory)
      else { return nil }
      return event.time - place.since
    }.sorted()
  }

  /// How many jobs a part of a queue got and how many it lost by decisions, a minute, since
  /// an instant.
  func rates(
    queue: Int, signatory: Int?, since: Microseconds
  ) -> (arrivals: Double, decisions: Double) {
    var counts = (arrivals: 0, decisions: 0)
    for event in events where event.time >= since {
      guard let subject = event.fact.subject,
        signatory ?? Int(subject.signatory) == Int(subject.signatory)
      else { continue }
      switch event.fact {
      case .queued(_, _, let place) where Int(place.queue) == queue: counts.arrivals += 1
      case .decided(_, _, let place) where Int(place.queue) == queue: counts.decisions += 1
      default: break
      }
    }
    let minutes = max(1, Double(now - since) / Double(TimeUnit.minute))
    return (Double(counts.arrivals) / minutes, Double(counts.decisions) / minutes)
  }

  /// The times from claim to decision of one kind's subjects.
  func handlingTimes(of kind: SubjectKind) -> [Microseconds] {
    var claims: [UInt32: Microseconds] = [:]
    var times: [Microseconds] = []
    for event in events {
      switch event.fact {
      case .claimed(let subject, _): claims[subject.id] = event.time
      case .decided(let subject, _, _) where subject.kind == kind:
        times.append(event.time - (claims[subject.id] ?? event.time))
      default: break
      }
    }
    return times
  }

  /// The integral over time of a level that events change by so much or set, in hours.
  func hours(
    since: Microseconds, _ change: (Fact, Double) -> Double
  ) -> Double {
    var (level, area, last) = (0.0, 0.0, since)
    for event in events {
      if event.time > last {
        area += level * Double(event.time - last)
        last = event.time
      }
      level = change(event.fact, level)
    }
    return (area + level * Double(now - last)) / Double(TimeUnit.hour)
  }

  func dutyHours(station: Int, since: Microseconds = 0) -> Double {
    hours(since: since) { fact, level in
      guard case .staffed(let place, let moderators) = fact, Int(place) == station else {
        return level
      }
      return Double(moderators)
    }
  }

  func restHours(station: Int) -> Double {
    hours(since: 0) { fact, level in
      guard case .resting(let place, let moderators) = fact, Int(place) == station else {
        return level
      }
      return Double(moderators)
    }
  }

  private func isExposing(_ subject: Subject) -> Bool {
    subject.truth == .violating && facts.policies[Int(subject.policy)].exposesModerators
  }

  func busyHours(
    station: Int, since: Microseconds = 0, isExposedOnly: Bool = false
  ) -> Double {
    hours(since: since) { fact, level in
      let step: (subject: Subject, place: Placement, change: Double)? =
        switch fact {
        case .claimed(let subject, let place): (subject, place, 1)
        case .released(let subject, let place), .decided(let subject, _, let place):
          (subject, place, -1)
        default: nil
        }
      guard let step, isExposing(step.subject) || !isExposedOnly,
        facts.station(
          team: facts.queues[Int(step.place.queue)].team,
          signatory: Int(step.subject.signatory)) == station
      else { return level }
      return level + step.change
    }
  }
}
