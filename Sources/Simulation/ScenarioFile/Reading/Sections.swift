import Moderation
import Queueing

/// The sections of a scenario file, read in the order in which they need each other.
struct Sections {
  private let map: FileMap
  private let changes: ScenarioChanges
  private let calendar: CalendarSection
  private let roster: RosterSection
  private let arrivals: ArrivalPattern
  private let uploads: UploadsSection
  private let policies: PoliciesSection
  private let queues: QueuesSection
  private let teams: TeamsSection
  private let review: ReviewParameters

  /// - Parameters:
  ///   - text: what the sections were read from.
  ///   - replaced: what the file says in the place of the overrides, by path.
  init(
    _ map: FileMap, of text: ScenarioText, replaced: [String: String]
  ) throws(ScenarioError) {
    self.map = map
    changes = text.changes(name: try map.text("name"), replaced: replaced)
    _ = try map.required("format").whole()
    try map.at.ledger.readSources(map.required("sources"))
    calendar = try CalendarSection(map.required("calendar"))
    roster = try RosterSection(
      map.required("roster"), isUsersOwn: text.roster != nil)
    arrivals = try ArrivalPattern(map.required("arrivals"))
    uploads = try UploadsSection(map.required("uploads"))
    policies = try PoliciesSection(map.required("policies"), clock: calendar.clock)
    queues = try QueuesSection(map.required("queues"), policies: policies.keys)
    teams = try TeamsSection(
      map.required("teams"), queues: queues.keys,
      staff: StaffRules(
        signatories: roster.signatories.count, zone: calendar.clock.utcOffsetMinutes,
        mayRaise: text.roster != nil))
    review = try ReviewParameters(map.optional("review"))
  }

  /// The scenario that they make together.
  func scenario() throws(ScenarioError) -> Scenario {
    let hashBank = try map.optional("hash_bank").map(HashBankParameters.init)
    let strikes = try map.optional("strikes").map(StrikeParameters.init)
    let appeals = try map.optional("appeals").map(AppealParameters.init)
    let authority = try map.optional("authority").map(AuthorityParameters.init)
    let decryption = try map.optional("decryption").map(DecryptionParameters.init)
    let shocks = try ShocksSection(
      map.optional("shocks"), policies: policies, clock: calendar.clock,
      hasHashBank: hashBank != nil)
    let facts = try facts(
      shocks: shocks.facts, hasHashBank: hashBank != nil, retention: authority?.retention)
    try UploadCheck(policies: policies).run()
    try RoutingCheck(
      policies: policies, rules: facts.queues.map(\.rule), review: review,
      hasAppeals: appeals != nil, hasStrikes: strikes != nil
    ).run()
    return Scenario(
      facts: facts, shares: roster.shares, arrivals: arrivals, uploads: uploads.uploads,
      policies: policies.parameters, teams: teams.parameters, review: review,
      hashBank: hashBank, strikes: strikes, appeals: appeals, authority: authority,
      decryption: decryption, shocks: shocks.parameters, provenance: map.at.ledger.provenance)
  }

  private func facts(
    shocks: [ShockFacts], hasHashBank: Bool, retention: Graded<Microseconds>?
  ) throws(ScenarioError) -> ScenarioFacts {
    ScenarioFacts(
      name: try map.text("name"), title: try map.text("title"), about: try map.text("about"),
      changes: changes, sources: map.at.ledger.sources, clock: calendar.clock,
      opensAt: calendar.opensAt,
      milestones: try Milestone.all(map.optional("milestones"), clock: calendar.clock),
      publishedFigures: try PublishedFigure.all(
        map.optional("published"), clock: calendar.clock),
      signatories: roster.signatories, policies: policies.facts,
      queues: queues.facts(
        workedOnBy: try TeamCheck(queues: queues, teams: teams).teamsOfQueues()),
      teams: teams.facts, views: uploads.views, shocks: shocks, hasHashBank: hasHashBank,
      retention: retention)
  }
}

extension FileNode? {
  /// A section that may be absent, read from its mapping.
  fileprivate func map<Section>(
    _ read: (FileMap) throws(ScenarioError) -> Section
  ) throws(ScenarioError) -> Section? {
    guard let self else { return nil }
    return try read(self.map())
  }
}
