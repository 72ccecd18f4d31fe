import Queueing

/// What a scenario tells about itself: the part of it that screens and exports show.
package struct ScenarioFacts: Equatable, Sendable {
  /// The word by which the command line knows it.
  package let name: String
  package let title: String
  /// What it is for, in a few sentences.
  package let about: String
  /// In what it differs from the file that its name stands for.
  package let changes: ScenarioChanges
  package let sources: [Source]
  package let clock: ScenarioClock
  /// Where a live session begins.
  package let opensAt: Microseconds
  /// In the order of their instants.
  package let milestones: [Milestone]
  package let publishedFigures: [PublishedFigure]
  /// In the order of the roster; events name them by index.
  package let signatories: [Signatory]
  /// Events name them by index.
  package let policies: [PolicyFacts]
  /// In the order in which rules are tried and queues are shown; events name them by index.
  package let queues: [QueueFacts]
  package let teams: [TeamFacts]
  /// By `SubjectKind.index`.
  package let views: [ViewFacts]
  /// Interventions name them by index.
  package let shocks: [ShockFacts]
  /// Whether uploads are matched against the hashes of what was removed.
  package let hasHashBank: Bool
  /// How long login metadata is kept; nil when the scenario has no requests for it.
  package let retention: Graded<Microseconds>?
  /// The first station of each team.
  private let firstStations: [Int]
  /// The number of stations over all teams.
  package let stationCount: Int

  package init(
    name: String, title: String, about: String, changes: ScenarioChanges = .none,
    sources: [Source], clock: ScenarioClock, opensAt: Microseconds, milestones: [Milestone] = [],
    publishedFigures: [PublishedFigure],
    signatories: [Signatory], policies: [PolicyFacts], queues: [QueueFacts], teams: [TeamFacts],
    views: [ViewFacts], shocks: [ShockFacts] = [], hasHashBank: Bool = false,
    retention: Graded<Microseconds>? = nil
  ) {
    self.name = name
    self.title = title
    self.about = about
    self.changes = changes
    self.sources = sources
    self.clock = clock
    self.opensAt = opensAt
    self.milestones = milestones
    self.publishedFigures = publishedFigures
    self.signatories = signatories
    self.policies = policies
    self.queues = queues
    self.teams = teams
    self.views = views
    self.shocks = shocks
    self.hasHashBank = hasHashBank
    self.retention = retention
    var first: [Int] = []
    var count = 0
    for team in teams {
      first.append(count)
      count += team.isShared ? 1 : signatories.count
    }
    firstStations = first
    stationCount = count
  }

  /// The names by which commands know the shocks: their kinds, with a number from the second
  /// of a kind on.
  package var shockNames: [String] {
    shocks.indices.map { index in
      let kind = shocks[index].kind
      let number = shocks[...index].count { $0.kind == kind }
      return number == 1 ? kind.rawValue : "\(kind.rawValue)-\(number)"
    }
  }

  /// The station at which a team works for a signatory; events name stations by index.
  ///
  /// A shared team has one station, any other one for each signatory.
  package func station(team: Int, signatory: Int) -> Int {
    firstStations[team] + (teams[team].isShared ? 0 : signatory)
  }

  /// The stations of a team.
  package func stations(of team: Int) -> Range<Int> {
    firstStations[team]..<(firstStations[team] + (teams[team].isShared ? 1 : signatories.count))
  }

  /// The team that works at a station.
  package func team(at station: Int) -> Int {
    firstStations.lastIndex { $0 <= station } ?? 0
  }

  /// The published figure for a kind, if there is one.
  package func publishedFigure(for kind: SubjectKind) -> PublishedFigure? {
    publishedFigures.first { $0.kind == kind }
  }
}
