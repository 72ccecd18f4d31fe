/// The figures that the dashboard shows: one name and one definition each.
///
/// Columns, help and the README's glossary read this table.
package enum Metric: String, CaseIterable, Sendable {
  case screened, reviewed, removed, published, removedWrongly, restored, neverAppealed, missed
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
    case .restored: "Restored"
    case .neverAppealed: "Never appealed"
    case .missed: "Missed"
    case .waiting: "Waiting"
    case .inReview: "In review"
    case .oldest: "Oldest"
    case .arrivals: "In / min"
    case .decisions: "Out / min"
    case .waitP50: "p50"
    case .waitP95: "p95"
    case .onTime: "On time"
    case .moderators: "On duty"
    case .safetyStaff: "Staff"
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
    case .restored:
      "Removed wrongly and published again, on appeal or because the error was found without one."
    case .neverAppealed:
      "Removed wrongly, and neither did the owner appeal nor was the error found. No real system can count them."
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
      "Of the decisions of the last 24 hours and the subjects overdue now, the share decided within the target."
    case .moderators: "Moderators on duty now in the team that serves the row."
    case .safetyStaff:
      "The share of all employees in safety work, where a source states both numbers."
    }
  }
}
