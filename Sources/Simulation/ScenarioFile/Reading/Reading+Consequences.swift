import Moderation
import Queueing

extension ReviewParameters {
  /// From the section on review, which may be absent: then a first decision is all.
  init(_ node: FileNode?) throws(ScenarioError) {
    let map = try node?.map()
    let none = Graded(0.0, grade: .assumption)
    self.init(
      escalationShare: try map?.number("escalation_share", or: 0) ?? none,
      secondReviewShare: try map?.number("second_review_share", or: 0) ?? none,
      withdrawalMeanHours: try map?.optional("withdrawal_mean_hours")?.gradedNumber())
  }
}

extension HashBankParameters {
  init(_ map: FileMap) throws(ScenarioError) {
    self.init(
      isShared: try map.text("scope") == "shared", delayMinutes: try map.number("delay_minutes"))
  }
}

extension StrikeParameters {
  init(_ map: FileMap) throws(ScenarioError) {
    self.init(
      limit: try map.whole("limit"), offendingAccounts: try map.whole("offending_accounts"),
      lawfulAccounts: try map.whole("lawful_accounts"),
      lapseDays: try map.optional("lapse_days")?.gradedNumber())
  }
}

extension AppealParameters {
  init(_ map: FileMap) throws(ScenarioError) {
    self.init(
      shareOfWrongful: try map.number("share_of_wrongful"),
      shareOfRightful: try map.number("share_of_rightful"),
      meanDelayHours: try map.number("mean_delay_hours"),
      shareRestoredUnasked: try map.number("share_restored_unasked"),
      meanRestoreHours: try map.number("mean_restore_hours"))
  }
}

extension AuthorityParameters {
  init(_ map: FileMap) throws(ScenarioError) {
    self.init(
      reportShare: try map.number("report_share"),
      requestShare: try map.number("request_share"),
      requestDelayDays: try map.number("request_delay_days"),
      otherRequestsPerDay: try map.number("other_requests_per_day"),
      lookbackDays: try map.number("lookback_days"),
      loginsPerDay: try map.number("logins_per_day"),
      answerHours: try map.number("answer_hours"),
      refusedShare: try map.number("refused_share"),
      retentionMonths: try map.number("retention_months"))
  }

  /// How long login metadata is kept.
  var retention: Graded<Microseconds> {
    retentionMonths.map { Microseconds(($0 * 30 * Double(TimeUnit.day)).rounded()) }
  }
}

extension DecryptionParameters {
  init(_ map: FileMap) throws(ScenarioError) {
    self.init(
      ordersPerYear: try map.number("orders_per_year"),
      impossibleShare: try map.number("impossible_share"),
      contestedShare: try map.number("contested_share"),
      answerDays: try map.number("answer_days"))
    guard impossibleShare.value + contestedShare.value <= 1 + 1e-9 else {
      throw try map.required("contested_share").error(
        "\(contestedShare.value), expected at most 1 with impossible_share,"
          + " \(impossibleShare.value)")
    }
  }
}
