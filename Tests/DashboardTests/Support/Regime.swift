import Moderation
import Queueing

/// A made-up regime that has some of everything, for screens that no model can change.
enum Regime {
  static let policies = ["Terrorism", "Rumours", "Fraud"]
  static let days = 4

  /// - Parameters:
  ///   - mark: what every text from outside carries, such as a control character.
  ///   - queues: how many queues for first reviews there are.
  ///   - changes: in what it differs from its file.
  ///   - published: what was published of each kind, at most so much.
  static func facts(
    mark: String = "", queues: Int = 6, changes: ScenarioChanges? = nil, published: Int = .max
  ) -> ScenarioFacts {
    let marked = ScenarioChanges(
      file: .own, numbers: mark.isEmpty ? [] : [.init(path: "a" + mark, value: 1, before: mark)],
      roster: mark.isEmpty ? nil : mark)
    return ScenarioFacts(
      name: "made-up" + mark, title: "A made-up regime" + mark,
      about: "It has some of everything, so that every page has something to show." + mark,
      changes: changes ?? marked,
      sources: [
        Source(key: "report", title: "A report on the pledge" + mark, date: "14 April 2016"),
        Source(key: "later", title: "A report from a later conference" + mark, date: "undated"),
      ],
      clock: ScenarioClock(startDate: date(2016, 4, 9), utcOffsetMinutes: 480),
      opensAt: 3 * TimeUnit.day, milestones: milestones(mark),
      publishedFigures: [
        figure(.post, min(500, published)), figure(.video, min(150, published)),
        figure(.account, min(70, published)),
      ],
      signatories: signatories(mark),
      policies: policies.enumerated().map { index, name in
        PolicyFacts(
          key: name.lowercased(), name: name + mark, startsAt: index == 2 ? nil : 0,
          wrongfulRemovalCost: Graded(2, grade: .assumption),
          missCost: Graded(5, grade: .assumption),
          thresholds: SubjectKind.allCases.map {
            index == 0 && $0 == .post ? Thresholds(removeAt: 4.7, reviewAt: 3.2, least: 3) : nil
          })
      },
      queues: Self.queues(first: queues, mark),
      teams: [
        TeamFacts(
          key: "first", name: "First review" + mark, isShared: false,
          breaks: .init(every: 2 * TimeUnit.hour, length: 10 * TimeUnit.minute),
          exposureCap: 90 * TimeUnit.minute),
        TeamFacts(
          key: "hard", name: "Hard cases" + mark, isShared: true,
          exposureCap: 60 * TimeUnit.minute),
        TeamFacts(key: "appeals", name: "Appeals" + mark, isShared: true),
      ],
      views: SubjectKind.allCases.map { _ in
        ViewFacts(
          mean: Graded(100, grade: .assumption),
          halfLife: Graded(TimeUnit.hour, grade: .secondary, source: "report"))
      },
      shocks: shocks(mark),
      retention: Graded(
        180 * TimeUnit.day, grade: .stated, source: "later", note: "up to six months" + mark))
  }

  static func date(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
    CivilDate(year: year, month: month, day: day) ?? CivilDate(daysSinceEpoch: 0)
  }

  private static func figure(_ kind: SubjectKind, _ count: Int) -> PublishedFigure {
    PublishedFigure(
      kind: kind,
      removed: Graded(count, grade: .stated, source: "report", note: "as much as"),
      asOf: 4 * TimeUnit.day)
  }

  private static func signatories(_ mark: String) -> [Signatory] {
    let named = [("百度", "Baidu"), ("阿里巴巴", "Alibaba"), ("腾讯", "Tencent")].map {
      chinese, name in
      Signatory(
        name: name + mark, chineseName: chinese + mark, isNamed: true,
        facts: [SourcedFact(text: "Named as a signatory of the pledge." + mark, source: "report")],
        safetyStaffShare: name == "Alibaba"
          ? Graded(0.06, grade: .stated, source: "later") : nil, pledgedOn: date(2016, 4, 12))
    }
    return named
      + (4...12).map { number in
        Signatory(
          name: "Signatory \(number < 10 ? "0" : "")\(number)" + mark, chineseName: nil,
          isNamed: false, facts: [], safetyStaffShare: nil)
      }
  }

  private static func queues(first: Int, _ mark: String) -> [QueueFacts] {
    func queue(
      _ name: String, _ policies: [Int], _ kinds: [SubjectKind], _ sources: [ReviewSource],
      team: Int, hours: Microseconds = 24
    ) -> QueueFacts {
      QueueFacts(
        key: name.lowercased().split { !$0.isLetter }.joined(separator: "-"),
        name: name + mark,
        rule: RoutingRule(policies: policies, kinds: kinds, sources: sources),
        discipline: hours < 24 ? .deadline : .oldest,
        target: Graded(
          hours * TimeUnit.hour, grade: .assumption, source: "report",
          note: "no deadline was published" + mark), team: team)
    }
    let firstReviews = (0..<first).map { index in
      let kind = SubjectKind.allCases[index % 2]
      return queue(
        "\(policies[index / 2 % 3]) · \(kind.plural.lowercased())", [index / 2 % 3], [kind],
        [.screening, .report, .trustedReport, .order], team: 0, hours: index % 2 == 0 ? 2 : 24)
    }
    return firstReviews + [
      queue(
        "Escalations", [0, 1, 2], SubjectKind.allCases, [.escalation, .secondReview], team: 1),
      queue("Appeals", [0, 1, 2], SubjectKind.allCases, [.appeal], team: 2),
    ]
  }

  private static func milestones(_ mark: String) -> [Milestone] {
    [
      Milestone(
        dateText: "December 2015" + mark, instant: -100 * TimeUnit.day,
        text: "A law requires firms to help with decryption." + mark, source: "report"),
      Milestone(
        dateText: "12 April 2016" + mark, instant: 3 * TimeUnit.day,
        text: "The pledge is announced, with one line of counters." + mark, source: "report"),
      Milestone(
        dateText: "undated" + mark, instant: nil,
        text: "Login records are kept for up to six months." + mark, source: "later"),
    ]
  }

  private static func shocks(_ mark: String) -> [ShockFacts] {
    [
      ShockFacts(
        kind: .bulkError, text: "50 lawful posts removed in 24 h" + mark, at: 2 * TimeUnit.day,
        duration: TimeUnit.day),
      ShockFacts(
        kind: .reuploadSurge, text: "1,500,000 copies of one video in 24 h" + mark,
        at: 6 * TimeUnit.day, duration: TimeUnit.day),
      ShockFacts(
        kind: .absence, text: "50 % of the moderators absent for 24 h" + mark, at: nil,
        duration: TimeUnit.day),
      ShockFacts(
        kind: .newLaw, text: "Fraud: in force overnight" + mark, at: nil, duration: 0, policy: 2),
    ]
  }
}
