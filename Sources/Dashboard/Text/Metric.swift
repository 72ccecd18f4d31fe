/// The figures that the dashboard shows: one name and one definition each.
///
/// Columns, help and the README's glossary read this table.
package enum Metric: String, CaseIterable, Sendable {
  case removed, lately, published, screened, reviewed, removedByScreening
  case removedWrongly, wrongShare, restored, neverAppealed, missed, undecided
  case waiting, inReview, oldest, arrivals, decisions, waitP50, waitP95, onTime
  case moderators, safetyStaff

  /// The name in help.
  package var name: String {
    switch self {
    case .screened: "Screened"
    case .reviewed: "Reviewed"
    case .removed: "Removed"
    case .published: "Published"
    case .removedWrongly: "Removed wrongly"
    case .lately: "in 24h"
    case .removedByScreening: "By screening alone"
    case .wrongShare: "Of all removed"
    case .undecided: "Undecided"
    case .restored: "Of these, restored"
    case .neverAppealed: "Never appealed"
    case .missed: "Missed"
    case .waiting: "Waiting"
    case .inReview: "In review"
    case .oldest: "Oldest"
    case .arrivals: "In / min"
    case .decisions: "Out / min"
    case .waitP50: "p50"
    case .waitP95: "p95"
    case .onTime: "in 2h, …"
    case .moderators: "On duty"
    case .safetyStaff: "Staff S"
    }
  }

  /// What it means, in a sentence.
  package var definition: String {
    switch self {
    case .screened: "Uploads that went through automated screening: all of them."
    case .reviewed: "Decisions that moderators took."
    case .removed: "Subjects removed, by screening at once or by a moderator."
    case .published:
      "What a source states, never simulated. The share compares the simulated count at the end of the same day; until then, the count so far."
    case .removedWrongly:
      "Lawful subjects among the removed. Only a simulation knows the truth of each subject."
    case .lately: "Removed in the last 24 hours."
    case .removedByScreening:
      "Removed at once because of a high score; no moderator saw them."
    case .wrongShare: "The wrongly removed as a share of all removed."
    case .undecided: "Subjects that break the policy and wait for a first decision."
    case .restored:
      "Removed wrongly and published again, on appeal or because the error was found without one."
    case .neverAppealed:
      "Removed wrongly, and nobody asked or noticed. No real system can count them."
    case .missed: "Subjects that break the policy, are published now and wait in no queue."
    case .waiting: "Subjects that wait for a moderator now."
    case .inReview: "Subjects that are with a moderator now."
    case .oldest: "How long the longest waiting subject has been waiting."
    case .arrivals: "Subjects that entered the queue, a minute, over the last hour."
    case .decisions: "Decisions a minute, over the last hour."
    case .waitP50:
      "The median wait for a moderator, of the reviews begun in the last 24 hours."
    case .waitP95: "The 95th percentile of the same."
    case .onTime:
      "Decided within the target: the share of the decisions of the last 24 hours and the subjects overdue now."
    case .moderators: "Moderators on duty now in the team that serves the row."
    case .safetyStaff:
      "Sourced, not simulated: about what share of the employees is involved in counterterrorism and cybersecurity."
    }
  }
}
