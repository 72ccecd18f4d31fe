import Moderation

extension ScenarioFormat {
  static let hashBank = Form.mapping(
    MappingForm([
      .required("scope", scope, "Whether the signatories share one bank."),
      .required(
        "delay_minutes", .graded("delay", NumberForm("minutes", from: 0, to: 527_040)),
        "From a removal until its hash is in force."),
    ]))

  static let strikes = Form.mapping(
    MappingForm([
      .required("limit", .graded(1...1_000), "Removals after which an account is suspended."),
      .required(
        "offending_accounts", .graded(1...1_000_000_000),
        "Accounts that post violating content, over all signatories."),
      .required(
        "lawful_accounts", .graded(1...1_000_000_000),
        "Accounts that post lawful content, over all signatories."),
      .optional(
        "lapse_days", .days,
        "Days without a removal after which an account's strikes lapse; never when absent."),
    ]))

  static let appeals = Form.mapping(
    MappingForm([
      .required("share_of_wrongful", .probability, "Of the wrongly removed, those appealed."),
      .required("share_of_rightful", .probability, "Of the rightly removed, those appealed."),
      .required("mean_delay_hours", .hours, "From removal to appeal; exponential."),
      .required(
        "share_restored_unasked", .probability,
        "Of the wrongly removed that nobody appeals, those restored all the same."),
      .required("mean_restore_hours", .hours, "From removal to that; exponential."),
    ]))

  static let authority = Form.mapping(
    MappingForm([
      .required("report_share", .probability, "Of the removed, those reported to the authority."),
      .required("request_share", .probability, "Of the reports, those that a request follows."),
      .required("request_delay_days", .days, "From report to request; exponential."),
      .required("other_requests_per_day", .amount, "Requests a day that follow no report."),
      .required(
        "lookback_days", .days, "How far back a request asks, on average; exponential."),
      .required("logins_per_day", .amount, "Login records of an account a day, on average."),
      .required("answer_hours", .hours, "The time to an answer; exponential."),
      .required("refused_share", .probability, "Of the requests, those refused as not valid."),
      .required(
        "retention_months", .graded("months", NumberForm("months", from: 0, to: 1_200)),
        "How long login metadata is kept, in months of 30 days; 0 when none is."),
    ]))

  static let decryption = Form.mapping(
    MappingForm([
      .required("orders_per_year", .amount, "Over all signatories."),
      .required(
        "impossible_share", .probability,
        "Of them, those refused because the signatory does not hold the keys."),
      .required("contested_share", .probability, "Of them, those contested."),
      .required("answer_days", .days, "The time to an answer; exponential."),
    ]))

  static let shock: Form = {
    let at = FormKey.optional(
      "at", .pattern(.instant), "When it begins; without it, only when the user says so.")
    let duration = FormKey.required("duration_hours", .hours, "How long it lasts.")
    let policy = FormKey.required("policy", .pattern(.key), "The key of the policy.")
    let content = FormKey.required("content", kind, "The kind of subject.")
    func shock(_ kind: ShockFacts.Kind, _ keys: [FormKey]) -> Form.Variant {
      let tag = FormKey.required("kind", .word([kind.rawValue]), "\(kind.label).")
      return Form.Variant(word: kind.rawValue, form: MappingForm([tag, at] + keys))
    }
    let copies = FormKey.required(
      "copies", .amount, "Uploads of the one item over the duration, over all signatories.")
    let accounts = FormKey.optional(
      "accounts", .amount,
      "Accounts that upload the copies, over all signatories; one for each when absent.")
    let removals = FormKey.required(
      "removals", .amount, "Lawful subjects removed over the duration.")
    let share = FormKey.required("share", .probability, "Of all moderators, those absent.")
    return .tagged(
      key: "kind",
      [
        shock(.reuploadSurge, [duration, policy, content, copies, accounts] + variantKeys),
        shock(.poisonedHash, [duration, policy, content, copies]),
        shock(.bulkError, [duration, policy, content, removals]),
        shock(.absence, [duration, share]),
        shock(.newLaw, [policy]),
      ], without: nil)
  }()
}
