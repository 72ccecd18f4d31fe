import Moderation
import Queueing

/// The numbers of a policy that are needed at each event, without their provenance.
///
/// Holds no array, so that reading one of the numbers copies nothing else.
struct PolicyConstants {
  let circulation: Circulation?
  let restrictShare: Double
  let restrictedReach: Float
  let exposesModerators: Bool
  let reports: ReportConstants?
  let orders: OrderConstants?

  init(_ policy: PolicyParameters, _ facts: PolicyFacts, index: Int) {
    circulation = policy.copies.map { Circulation($0, policy: index) }
    restrictShare = policy.restrictShare.value
    restrictedReach = Float(policy.restrictedReach.value)
    exposesModerators = facts.exposesModerators
    reports = policy.reports.map(ReportConstants.init)
    orders = policy.orders.map(OrderConstants.init)
  }

  /// The share of a sort of uploads, but for `copy`, that copies an item in circulation.
  @inline(__always)
  func copyShare(_ sort: UploadClass.Sort) -> Double {
    switch sort {
    case .violating: circulation?.shareOfViolating ?? 0
    case .candidate: circulation?.shareOfCandidates ?? 0
    case .reported, .ordered, .copy: 0
    }
  }

  @inline(__always)
  func reportShare(_ truth: Truth) -> Double {
    guard let reports else { return 0 }
    return truth == .violating ? reports.shareOfViolating : reports.shareOfLawful
  }
}

/// The numbers about users' reports that are needed at each event.
struct ReportConstants {
  let shareOfViolating: Double
  let shareOfLawful: Double
  /// In microseconds.
  let meanDelay: Double
  /// The probability that one more report follows a report.
  let furtherShare: Double
  private let trustedShareOfViolating: Double
  private let trustedShareOfLawful: Double

  init(_ reports: ReportParameters) {
    shareOfViolating = reports.shareOfViolating.value
    shareOfLawful = reports.shareOfLawful.value
    meanDelay = reports.meanDelayHours.value * Double(TimeUnit.hour)
    // A geometric number has mean p / (1 − p).
    furtherShare = reports.furtherReports.value / (1 + reports.furtherReports.value)
    trustedShareOfViolating = reports.trustedShareOfViolating.value
    trustedShareOfLawful = reports.trustedShareOfLawful.value
  }

  func trustedShare(_ truth: Truth) -> Double {
    truth == .violating ? trustedShareOfViolating : trustedShareOfLawful
  }
}

/// The numbers about removal orders that are needed at each event.
struct OrderConstants {
  let shareOfViolating: Double
  /// In microseconds.
  let meanDelay: Double
  let deadline: Microseconds
  let validShare: Double
  let contestShare: Double

  init(_ orders: OrderParameters) {
    shareOfViolating = orders.shareOfViolating.value
    meanDelay = orders.meanDelayHours.value * Double(TimeUnit.hour)
    deadline = Microseconds(orders.deadlineHours.value * Double(TimeUnit.hour))
    validShare = orders.validShare.value
    contestShare = orders.contestShare.value
  }
}

/// The numbers about appeals that are needed at each event.
struct AppealConstants {
  let shareOfWrongful: Double
  let shareOfRightful: Double
  /// In microseconds.
  let meanDelay: Double
  let shareRestoredUnasked: Double
  /// In microseconds.
  let meanRestoreDelay: Double

  init(_ appeals: AppealParameters) {
    shareOfWrongful = appeals.shareOfWrongful.value
    shareOfRightful = appeals.shareOfRightful.value
    meanDelay = appeals.meanDelayHours.value * Double(TimeUnit.hour)
    shareRestoredUnasked = appeals.shareRestoredUnasked.value
    meanRestoreDelay = appeals.meanRestoreHours.value * Double(TimeUnit.hour)
  }
}
