import Moderation
import Queueing

extension SectionReader {
  func arrivals(_ node: FileNode) throws(ScenarioError) -> ArrivalPattern {
    let map = try node.map(["hour_factors", "weekday_factors", "day_noise_log_sd"])
    return ArrivalPattern(
      hourFactors: try factors(map.required("hour_factors"), count: 24),
      weekdayFactors: try factors(map.required("weekday_factors"), count: 7),
      dayNoiseLogSD: try graded(map.required("day_noise_log_sd"), "a number from 0 to 3") {
        (0...3).contains($0)
      })
  }

  func kinds(_ node: FileNode) throws(ScenarioError) -> [KindParameters] {
    let map = try node.map(SubjectKind.allCases.map(\.name))
    var kinds: [KindParameters] = []
    for kind in SubjectKind.allCases {
      kinds.append(try parameters(of: kind, map.required(kind.name)))
    }
    return kinds
  }

  private func parameters(
    of kind: SubjectKind, _ node: FileNode
  ) throws(ScenarioError) -> KindParameters {
    let map = try node.map([
      "uploads_per_day", "violating_per_million", "screening", "reports", "handling_seconds",
    ])
    return KindParameters(
      kind: kind,
      uploadsPerDay: try graded(map.required("uploads_per_day"), "a number from 0 to 1e12") {
        (0...1e12).contains($0)
      },
      violatingPerMillion: try graded(
        map.required("violating_per_million"), "a number from 0 to 1000000"
      ) { (0...1_000_000).contains($0) },
      screening: try screening(map.required("screening")),
      reports: try reports(map.required("reports")),
      handlingSeconds: try handling(map.required("handling_seconds")))
  }

  private func screening(_ node: FileNode) throws(ScenarioError) -> ScreeningParameters {
    let map = try node.map(["separation", "remove_at", "review_at", "candidate_at"])
    let screening = ScreeningParameters(
      separation: try score(map.required("separation")),
      removeAt: try score(map.required("remove_at")),
      reviewAt: try score(map.required("review_at")),
      candidateAt: try score(map.required("candidate_at")))
    guard screening.reviewAt.value <= screening.removeAt.value else {
      throw try map.required("review_at").error(
        "\(screening.reviewAt.value), expected at most remove_at, \(screening.removeAt.value)")
    }
    guard screening.candidateAt.value <= screening.reviewAt.value else {
      throw try map.required("candidate_at").error(
        "\(screening.candidateAt.value), expected at most review_at, \(screening.reviewAt.value)")
    }
    return screening
  }

  private func reports(_ node: FileNode) throws(ScenarioError) -> ReportParameters {
    let map = try node.map(["share_of_violating", "share_of_lawful", "mean_delay_hours"])
    return ReportParameters(
      shareOfViolating: try probability(map.required("share_of_violating")),
      shareOfLawful: try probability(map.required("share_of_lawful")),
      meanDelayHours: try hours(map.required("mean_delay_hours")))
  }

  /// A lognormal time from its mean and squared coefficient of variation.
  private func handling(_ node: FileNode) throws(ScenarioError) -> Graded<Distribution> {
    let map = try node.map(["mean", "scv", "grade", "source", "note"])
    let mean = try map.required("mean").number("seconds above 0, at most 86400") {
      $0 > 0 && $0 <= 86_400
    }
    let scv = try map.required("scv").number("a number from 0 to 25") { (0...25).contains($0) }
    do {
      return try grade(
        scv == 0 ? .deterministic(mean) : .lognormal(mean: mean, scv: scv), in: map)
    } catch let error as ScenarioError {
      throw error
    } catch {
      throw node.error("\(error)")
    }
  }

  /// Who reviews together, the time that counts as on time, and how review works.
  func review(
    _ node: FileNode, signatories: Int
  ) throws(ScenarioError) -> (
    scope: ReviewScope, target: Graded<Microseconds>, review: ReviewParameters
  ) {
    let map = try node.map(["scope", "priority", "accuracy", "target_hours", "shifts"])
    let order = try map.required("priority")
    var priority: [SubjectKind] = []
    for element in try order.list() {
      priority.append(
        try element.word(of: SubjectKind.allCases.map(\.name)) { name in
          SubjectKind.allCases.first { $0.name == name }
        })
    }
    guard Set(priority).count == SubjectKind.count, priority.count == SubjectKind.count else {
      throw order.error("expected each of post, video and account once")
    }
    let target = try hours(map.required("target_hours"))
    let scope = try map.required("scope").word(of: ReviewScope.self)
    teamCount = scope == .shared ? 1 : signatories
    return (
      scope: scope,
      target: target.map { Microseconds(($0 * Double(TimeUnit.hour)).rounded()) },
      review: ReviewParameters(
        priority: priority,
        accuracy: try probability(map.required("accuracy")),
        shifts: try shifts(map.required("shifts")))
    )
  }

  func appeals(_ node: FileNode) throws(ScenarioError) -> AppealParameters {
    let map = try node.map([
      "share_of_wrongful", "share_of_rightful", "mean_delay_hours", "handling_factor", "accuracy",
      "share_restored_unasked", "mean_restore_hours", "shifts",
    ])
    return AppealParameters(
      shareOfWrongful: try probability(map.required("share_of_wrongful")),
      shareOfRightful: try probability(map.required("share_of_rightful")),
      meanDelayHours: try hours(map.required("mean_delay_hours")),
      handlingFactor: try graded(map.required("handling_factor"), "a number above 0, at most 10") {
        $0 > 0 && $0 <= 10
      },
      accuracy: try probability(map.required("accuracy")),
      shareRestoredUnasked: try probability(map.required("share_restored_unasked")),
      meanRestoreHours: try hours(map.required("mean_restore_hours")),
      shifts: try shifts(map.required("shifts")))
  }

  private func shifts(_ node: FileNode) throws(ScenarioError) -> [Shift] {
    var shifts: [Shift] = []
    for element in try node.list() {
      let map = try element.map(["from", "to", "moderators", "minimum", "grade", "source", "note"])
      let from = try map.required("from")
      let start = try timeOfDay(from)
      let to = try map.required("to")
      let end = try timeOfDay(to)
      guard start == (shifts.last?.end ?? 0) else {
        throw from.error("\(from.excerpt), expected the end of the shift before, or 00:00")
      }
      guard end > start else { throw to.error("\(to.excerpt), expected a time after the start") }
      let moderators = try map.required("moderators").integer(in: 0...60_000)
      let minimum = try map.required("minimum")
      let least = try minimum.integer(in: 0...1_000)
      guard least * teamCount <= moderators else {
        throw minimum.error(
          "\(least) for each of \(teamCount) teams, expected at most \(moderators) in all")
      }
      shifts.append(
        Shift(
          start: start, end: end, moderators: try grade(moderators, in: map), minimum: least))
    }
    guard shifts.last?.end == TimeUnit.day else {
      throw node.error("the shifts end before 24:00")
    }
    return shifts
  }

  private func timeOfDay(_ node: FileNode) throws(ScenarioError) -> Microseconds {
    guard let (hour, minute) = ScenarioClock.timeOfDay(parsing: try node.text()) else {
      throw node.error("\(node.excerpt), expected a time such as \"08:00\"")
    }
    return Microseconds(hour * 60 + minute) * TimeUnit.minute
  }
}

/// Whether each signatory has a review team of its own or all share one.
enum ReviewScope: String, CaseIterable {
  case signatory, shared
}
