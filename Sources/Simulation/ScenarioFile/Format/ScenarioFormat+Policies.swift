import Moderation

extension ScenarioFormat {
  static let policy = Form.mapping(
    MappingForm([
      .required("title", .line, "Its name on screens."),
      .optional(
        "starts", .pattern(.start),
        "When it comes into force: a date, or never when only a new_law shock does it. "
          + "Without it, from the start."),
      .required(
        "costs",
        .mapping(
          MappingForm([
            .required("wrongful_removal", .amount, "What one wrongful removal costs."),
            .required("miss", .amount, "What one violating subject that stays up costs."),
          ])), "Costs of errors, in a unit of the scenario's own."),
      .optional(
        "restrict_share", .probability,
        "Of the decisions against a subject, those that restrict it only; 0 when absent."),
      .optional(
        "restricted_reach", .probability,
        "Of its views, those that a restricted subject still has; all when absent."),
      .optional(
        "exposes_moderators", .flag,
        "Whether to review what breaks it weighs on moderators; it does when absent."),
      .required(
        "kinds", byKind(.named("policy-kind", .mapping(policyKind)), areRequired: false),
        "What comes up under it, by kind of subject."),
      .optional("reports", .mapping(reports), "What users report of what screening let pass."),
      .optional("orders", .mapping(orders), "Removal orders of an authority."),
      .optional("copies", .mapping(copies), "Items that are uploaded again and again."),
    ]))

  private static let policyKind = MappingForm([
    .required("violating_per_million", .perMillion, "Uploads that break the policy, per million."),
    .optional(
      "screening",
      .mapping(
        MappingForm([
          .required(
            "before_publication", .flag,
            "Whether what waits for a moderator is published only after the decision."),
          .required(
            "separation", .score,
            "The mean score of violating uploads; lawful ones have mean 0, both variance 1."),
          .required("remove_at", .score, "At or above this score a subject is removed at once."),
          .required("review_at", .score, "From this score on it waits for a moderator."),
          .required(
            "candidate_at", .score,
            "Lawful scores from here on are drawn one by one; no threshold lies below."),
        ])), "Automated screening at upload."),
  ])

  private static let reports = MappingForm([
    .required("share_of_violating", .probability, "Of the violating ones, those reported."),
    .required("share_of_lawful", .probability, "Of the lawful ones, those reported."),
    .required("mean_delay_hours", .hours, "From upload to first report; exponential."),
    .optional(
      "further_reports", .amount,
      "Further reports of a reported subject, on average; geometric; 0 when absent."),
    .optional(
      "trusted_share_of_violating", .probability,
      "Of the reported violating ones, those a trusted flagger reports first; 0 when absent."),
    .optional(
      "trusted_share_of_lawful", .probability,
      "Of the reported lawful ones, those a trusted flagger reports first; 0 when absent."),
  ])

  private static let orders = MappingForm([
    .required("share_of_violating", .probability, "Of the violating ones, those ordered down."),
    .required("share_of_lawful", .probability, "Of the lawful ones, those ordered down."),
    .required("mean_delay_hours", .hours, "From upload to order; exponential."),
    .required("deadline_hours", .hours, "The time within which an order must be followed."),
    .required(
      "valid_share", .probability,
      "Of the orders about violating subjects, the valid ones; others never are."),
    .required(
      "contest_share", .probability,
      "Of the orders that the signatory finds wrong, those it contests; it follows the others."),
  ])

  static let variantKeys: [FormKey] = [
    .required(
      "variant_share", .probability, "Of the copies, those altered so that no hash matches."),
    .required(
      "variants", .graded(1...4_000),
      "In how many ways an item is altered; each has a hash of its own."),
  ]

  private static let copies = MappingForm(
    [
      .required(
        "share_of_violating", .probability,
        "Of the violating uploads, those that copy an item in circulation."),
      .required(
        "share_of_candidates", .probability,
        "Of the lawful uploads with a high score, those that copy an item in circulation."),
      .required(
        "lawful_per_million", .perMillion,
        "Lawful uploads that copy a lawful item in circulation, per million."),
      .required(
        "items", .graded(1...1_000_000),
        "Items in circulation, violating and lawful each; the n-th is copied like 1 / n."),
      .required("circulation_days", .days, "The days after which other items circulate."),
    ] + variantKeys)
}
