import Simulation
import Testing

/// Files of the right shape whose parts do not fit each other.
@Suite struct ScenarioFileCheckTests {
  /// What is replaced by what, and the error.
  typealias Case = (old: String, new: String, problem: String)

  @Test(
    arguments: [
      (
        "remove_at: { value: 4,", "remove_at: { value: 2.9,",
        "policies.terrorism.kinds.post.screening.review_at: 3.0, expected at most remove_at, 2.9"
      ),
      (
        "candidate_at: { value: 2.5", "candidate_at: { value: 3.5",
        "policies.terrorism.kinds.post.screening.candidate_at: 3.5, expected at most review_at, 3.0"
      ),
      (
        "sources: [screening, report, trusted_report, order]",
        "sources: [report, trusted_report, order]",
        "policies.terrorism: no queue takes jobs of source screening about posts"
      ),
      (
        "sources: [screening, report, trusted_report, order]",
        "sources: [screening, trusted_report, order]",
        "policies.terrorism: no queue takes jobs of source report about posts"
      ),
      (
        "sources: [screening, report, trusted_report, order]",
        "sources: [screening, report, order]",
        "policies.terrorism: no queue takes jobs of source trusted_report about posts"
      ),
      (
        "sources: [screening, report, trusted_report, order]",
        "sources: [screening, report, trusted_report]",
        "policies.terrorism: no queue takes jobs of source order about posts"
      ),
      (
        "kinds: [post, video, account]", "kinds: [post, account]",
        "policies.terrorism: no queue takes jobs of source report about videos"
      ),
      (
        "takes: { sources: [escalation] }", "takes: { sources: [escalation], kinds: [post] }",
        "policies.terrorism: no queue takes jobs of source escalation about videos"
      ),
      (
        "takes: { sources: [second_review] }",
        "takes: { sources: [second_review], kinds: [post, video] }",
        "policies.terrorism: no queue takes jobs of source second_review about accounts"
      ),
      (
        "takes: { sources: [appeal] }", "takes: { sources: [appeal], policies: [terrorism] }",
        "policies.rumours: no queue takes jobs of source appeal about posts"
      ),
      (
        "takes: { sources: [appeal] }", "takes: { sources: [appeal], kinds: [post, video] }",
        "policies.terrorism: no queue takes jobs of source appeal about accounts"
      ),
      (
        "policies: [terrorism]", "policies: [terorism]",
        "queues.terrorism.takes.policies[0]: unknown word \"terorism\", expected one of "
          + "terrorism, rumours, did you mean \"terrorism\"?"
      ),
      (
        "policies: [terrorism]", "policies: [terrorism, terrorism]",
        "queues.terrorism.takes.policies[1]: \"terrorism\" stands twice, first in line 118, "
          + "column 18"
      ),
      (
        "queues: [second]", "queues: [secnd]",
        "teams.quality.queues[0]: unknown word \"secnd\", expected one of terrorism, escalations, "
          + "second, appeals, did you mean \"second\"?"
      ),
      (
        "queues: [second]", "queues: [escalations]",
        "teams.quality: the team seniors works on escalations already"
      ),
      (
        "queues: [second]", "queues: [second, appeals]",
        "teams.quality: works on second reviews and on appeals: "
          + "nobody may decide on his own team's decisions"
      ),
      (
        "queues: [terrorism]", "queues: [terrorism, escalations]",
        "teams.reviewers: works on first reviews and on escalations: "
          + "nobody may decide on his own team's decisions"
      ),
      (
        "from: \"12:00\"", "from: \"13:00\"",
        "teams.reviewers.shifts[1].from: \"13:00\", expected the end of the shift before, or 00:00"
      ),
      (
        "to: \"12:00\"", "to: \"00:00\"",
        "teams.reviewers.shifts[0].to: \"00:00\", expected a time after the start"
      ),
      (
        "from: \"12:00\", to: \"24:00\"", "from: \"12:00\", to: \"23:00\"",
        "teams.reviewers.shifts: the shifts end before 24:00"
      ),
      (
        "moderators: 4, minimum: 1", "moderators: 1, minimum: 1",
        "teams.reviewers.shifts[0].minimum: 1 for each of 2 teams, expected at most 1 in all"
      ),
      (
        "safety_staff: { value: 60", "safety_staff: { value: 6000",
        "roster.members[0].safety_staff: 6000, expected at most staff, 1000"
      ),
      (
        "name: Two", "name: One",
        "roster.members[1].name: \"One\" stands twice, first in line 23, column 13"
      ),
      (
        "contested_share: { value: 0.05", "contested_share: { value: 0.75",
        "decryption.contested_share: 0.75, expected at most 1 with impossible_share, 0.3"
      ),
      (
        "policy: rumours }", "policy: terrorism }",
        "shocks[4].policy: terrorism is in force without it, expected one with starts: never"
      ),
      (
        "  - { kind: new_law, at: 2016-02-05, policy: rumours }\n", "",
        "policies.rumours: starts never, and no new_law shock brings it into force"
      ),
      (
        "hash_bank:\n  scope: shared\n  delay_minutes: { value: 30, grade: C }\n", "",
        "shocks[1]: needs the section hash_bank"
      ),
      (
        "at: 2016-02-02", "at: 2015-02-02",
        "shocks[1].at: \"2015-02-02\" lies before the start, 2016-01-01"
      ),
      (
        "share_of_lawful: { value: 0.01,", "share_of_lawful: { value: 1,",
        "policies.terrorism: with the policies before it, more than all lawful posts are scored "
          + "high, reported, ordered down or copies"
      ),
    ] as [Case])
  func theErrorSaysWhatDoesNotFit(_ case: Case) throws {
    let file = try ChangedFile(replacing: `case`.old, with: `case`.new)
    let error = try file.error()
    #expect(error.problem == `case`.problem)
    #expect(error.file == "f.yaml")
    // The part that it names stands in the line that it gives.
    let path = error.problem.split(separator: ":").first.map(String.init) ?? ""
    #expect(error.line == (try FileLines(file.text).line(of: path)), "\(error)")
  }

  @Test func aQueueThatNoTeamWorksOnIsAnError() throws {
    let spare =
      "  spare: { title: Spare, takes: { sources: [report] }, "
      + "target_hours: { value: 2, grade: C } }\n"
    let file = try ChangedFile(replacing: "teams:\n", with: spare + "teams:\n")
    let error = try file.error()
    #expect(error.problem == "queues.spare: no team works on it")
    #expect(error.line == file.line)
  }

  @Test func moreThanAllUploadsCannotBreakPolicies() throws {
    let file = try ChangedFile(
      replacing: "      post:\n        violating_per_million: { value: 1000, grade: C }\nqueues:",
      with: "      post:\n        violating_per_million: { value: 999999, grade: C }\nqueues:")
    #expect(
      try file.error().problem
        == "policies.rumours: with the policies before it, more than all posts are violating")
  }

  @Test func aContentThatThePolicyIsNotAboutIsAnError() throws {
    let file = try ChangedFile(
      replacing: "policy: terrorism\n    content: account",
      with: "policy: rumours\n    content: account")
    let error = try file.error()
    #expect(error.problem == "shocks[2].content: the policy rumours is not about accounts")
    #expect(error.line == file.line + 1)
  }

  @Test func whatCannotHappenNeedsNoQueue() throws {
    // Nobody escalates, so the queue and its team may go.
    let file = try ChangedFile(
      replacing: "escalation_share: { value: 0.02", with: "escalation_share: { value: 0")
    let text = file.text
      .replacing(
        "  escalations: { title: Escalations, takes: { sources: [escalation] }, "
          + "target_hours: { value: 2, grade: C } }\n", with: ""
      )
      .replacing(#/ {2}seniors:\n( {4}.*\n)+/#, with: "")
    let scenario = try ScenarioFile.parse(text, file: "f.yaml")
    #expect(scenario.facts.queues.map(\.key) == ["terrorism", "second", "appeals"])
  }
}
