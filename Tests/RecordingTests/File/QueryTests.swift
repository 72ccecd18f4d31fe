import Foundation
import GRDB
import Moderation
import Queueing
import Recording
import Simulation
import Testing

/// The tables and views that people query, and the questions in the guide.
@Suite struct QueryTests {
  private let fixture: Fixture
  private let log: [Event]
  private let projection: Projection

  init() throws {
    fixture = try Fixture()
    let source = RegimeSimulation(fixture.scenario, seed: 7)
    var log: [Event] = []
    let end = 6 * TimeUnit.day
    while source.advance(to: end, limit: log.count + 10_000, into: &log) < end {}
    var projection = Projection(facts: fixture.facts)
    for event in log { projection.apply(event) }
    self.log = log
    self.projection = projection
  }

  private func rows(_ sql: String) throws -> [Row] {
    let path = fixture.path()
    if !FileManager.default.fileExists(atPath: path) { try fixture.record(log) }
    return try DatabaseQueue(path: path).read { try Row.fetchAll($0, sql: sql) }
  }

  /// The questions that the guide answers.
  private var questions: [String] {
    get throws {
      let guide = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../../Sources/Recording/Recording.docc/Session-files.md")
      let text = try String(contentsOf: guide, encoding: .utf8)
      return text.components(separatedBy: "```sql\n").dropFirst().compactMap {
        $0.components(separatedBy: "```").first
      }
    }
  }

  @Test func everyQuestionOfTheGuideHasAnAnswer() throws {
    let questions = try questions
    #expect(questions.count == 10)
    for question in questions { #expect(try !rows(question).isEmpty, "\(question)") }
  }

  @Test func theCountersAreThoseOfTheFold() throws {
    for row in try rows(
      """
      SELECT kind, sum(uploaded), sum(removed), sum(removed_wrongly), sum(restricted),
        sum(withdrawn), sum(removed_by_automation)
      FROM counters_by_day GROUP BY kind
      """)
    {
      let name: String = row[0]
      let kind = try #require(SubjectKind.allCases.first { $0.name == name })
      let tally = projection.tally(of: Scope(kind: kind))
      #expect(row[1] == tally[.uploaded])
      #expect(row[2] == tally.removed)
      #expect(row[3] == tally.wronglyRemoved)
      #expect(row[4] == tally[.restrictions])
      #expect(row[5] == tally[.withdrawals])
      #expect(row[6] == tally.removedByAutomation)
    }
    let kept = log.count {
      guard let transition = $0.fact.transition else { return false }
      return transition.from != .kept && transition.to == .kept
    }
    #expect(try rows("SELECT sum(kept) FROM counters_by_day").map { $0[0] } == [kept])
  }

  @Test func theDecisionsAreThoseOfTheLog() throws {
    let decisions = log.enumerated().filter { if case .decided = $1.fact { true } else { false } }
    let rows = try rows("SELECT * FROM decisions ORDER BY event")
    #expect(rows.count == decisions.count)
    for (row, (number, event)) in zip(rows, decisions) {
      guard case .decided(let subject, let transition, let placement) = event.fact else {
        continue
      }
      #expect(row["event"] == number)
      #expect(row["subject"] == Int(subject.id))
      #expect(row["signatory"] == fixture.facts.signatories[Int(subject.signatory)].name)
      #expect(row["kind"] == subject.kind.name)
      #expect(row["policy"] == fixture.facts.policies[Int(subject.policy)].key)
      #expect(row["queue"] == fixture.facts.queues[Int(placement.queue)].key)
      #expect(row["source"] == placement.source.name)
      #expect(row["cause"] == transition.cause.name)
      #expect(row["standing_before"] == transition.from.name)
      #expect(row["standing_after"] == transition.to.name)
      #expect(row["truth"] == "\(subject.truth)")
      #expect(row["seconds"] == (event.time - placement.since) / TimeUnit.second)
      let at: String = row["at"]
      let text = fixture.facts.clock.iso8601(at: event.time).prefix(19)
      #expect(at == text.replacingOccurrences(of: "T", with: " "))
    }
  }

  @Test func interventionsHaveTheirWords() throws {
    let interventions: [Intervention] = [
      .removeAt(policy: 0, kind: .video, score: 4.5), .reviewAt(policy: 0, kind: .post, score: 3),
      .staffing(team: 0, percent: 150), .discipline(queue: 0, .views),
      .target(queue: 1, seconds: 3_600),
    ]
    let path = try fixture.record(
      interventions.enumerated().map {
        Event(time: Int64($0) * TimeUnit.day, fact: .intervened($1))
      }, "interventions.modtop")
    let rows = try DatabaseQueue(path: path).read {
      try Row.fetchAll($0, sql: "SELECT at, what, target, kind, value FROM changes")
    }
    let facts = fixture.facts
    #expect(
      rows.map { row in row.databaseValues.map { "\($0)" }.joined(separator: " ") } == [
        "\"2016-01-01 00:00:00\" \"remove_at\" \"\(facts.policies[0].key)\" \"video\" 4.5",
        "\"2016-01-02 00:00:00\" \"review_at\" \"\(facts.policies[0].key)\" \"post\" 3.0",
        "\"2016-01-03 00:00:00\" \"staffing\" \"\(facts.teams[0].key)\" NULL 150",
        "\"2016-01-04 00:00:00\" \"discipline\" \"\(facts.queues[0].key)\" NULL \"views\"",
        "\"2016-01-05 00:00:00\" \"target\" \"\(facts.queues[1].key)\" NULL 3600",
      ])
  }

  @Test(arguments: ["session", "decisions", "counters_by_day", "changes", "density"])
  func everyRowOfAViewSaysThatItIsSimulated(view: String) throws {
    let rows = try rows("SELECT DISTINCT origin FROM \(view)")
    // Nobody intervened.
    #expect(rows.map { $0[0] as String } == (view == "changes" ? [] : ["simulation"]))
  }

  @Test func theSessionSaysWhatWasChangedInItsScenario() throws {
    #expect(
      try rows("SELECT changes FROM session").map { $0[0] as String }
        == ["{\"overrides\":{\"a.b\":0.1}}"])
  }

  @Test func theNumbersInTheViewsMeanWhatTheyMeant() {
    // Files hold these numbers, and the views of their first format name some of them.
    #expect(Standing.allCases.map(\.rawValue) == Array(0...8))
    #expect([Standing.arriving, .undecided, .held].map(\.rawValue) == [0, 2, 3])
    #expect(
      [Standing.kept, .restricted, .reinstated, .removed, .withdrawn].map(\.rawValue)
        == [4, 5, 6, 7, 8])
    #expect(
      [Cause.screening, .hashBank, .bulkError, .strikes].map(\.rawValue) == [0, 1, 2, 9])
    #expect([Truth.lawful, .violating].map(\.rawValue) == [0, 1])
    #expect([SubjectKind.post, .video, .account].map(\.rawValue) == [0, 1, 2])
    #expect(ReviewSource.allCases.map(\.rawValue) == Array(0...6))
  }
}
