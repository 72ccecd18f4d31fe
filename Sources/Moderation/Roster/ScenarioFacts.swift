import Queueing

/// What a scenario tells about itself: the part of it that screens and exports show.
package struct ScenarioFacts: Equatable, Sendable {
  /// The word by which the command line knows it.
  package let name: String
  package let title: String
  /// What it is for, in a few sentences.
  package let about: String
  package let sources: [Source]
  package let clock: ScenarioClock
  /// Where a live session begins.
  package let opensAt: Microseconds
  package let publishedFigures: [PublishedFigure]
  /// In the order of the roster; events name them by index.
  package let signatories: [Signatory]
  /// The queues that the scenario has, in the order in which they are shown.
  package let queues: [ReviewQueue]
  /// Whether one review team serves all signatories; else each has its own.
  package let hasSharedTeam: Bool
  /// The time from entering a queue within which a decision counts as on time.
  package let reviewTarget: Graded<Microseconds>

  package init(
    name: String, title: String, about: String, sources: [Source], clock: ScenarioClock,
    opensAt: Microseconds, publishedFigures: [PublishedFigure], signatories: [Signatory],
    queues: [ReviewQueue], hasSharedTeam: Bool, reviewTarget: Graded<Microseconds>
  ) {
    self.name = name
    self.title = title
    self.about = about
    self.sources = sources
    self.clock = clock
    self.opensAt = opensAt
    self.publishedFigures = publishedFigures
    self.signatories = signatories
    self.queues = queues
    self.hasSharedTeam = hasSharedTeam
    self.reviewTarget = reviewTarget
  }

  /// The number of review teams.
  package var teamCount: Int { hasSharedTeam ? 1 : signatories.count }

  /// The team that reviews a signatory's subjects.
  package func team(of signatory: Int) -> Int { hasSharedTeam ? 0 : signatory }

  /// The published figure for a kind, if there is one.
  package func publishedFigure(for kind: SubjectKind) -> PublishedFigure? {
    publishedFigures.first { $0.kind == kind }
  }
}
