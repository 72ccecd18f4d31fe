import Moderation

extension ScenarioFormat {
  static let queue = Form.mapping(
    MappingForm([
      .required("title", .line, "Its name on screens."),
      .required(
        "takes",
        .mapping(
          MappingForm([
            .optional(
              "policies", .list(of: .pattern(.key), count: 1...8),
              "Keys of policies; all when absent."),
            .optional("kinds", .list(of: kind, count: 1...3), "All when absent."),
            .required(
              "sources", .list(of: .word(ReviewSource.allCases.map(\.name)), count: 1...7),
              "Where the jobs come from."),
          ])), "The jobs that it takes, unless a queue before it takes them."),
      .optional(
        "discipline", .word(QueueDiscipline.allCases.map(\.name)),
        "The oldest first, the earliest deadline first or the most views to come first; "
          + "oldest when absent."),
      .required(
        "target_hours", .hours, "From entering it, the time within which a decision is on time."),
    ]))

  static let team = Form.mapping(
    MappingForm([
      .required("title", .line, "Its name on screens."),
      .required("scope", scope, "Whether each signatory has such a team or all share one."),
      .required(
        "queues", .list(of: .pattern(.key), count: 1...16),
        "The queues it works on, in the order in which a free moderator looks into them."),
      .required("accuracy", .probability, "Decisions that agree with the truth."),
      .optional(
        "handling_factor", .graded("factor-to-10", NumberForm("a number", above: 0, to: 10)),
        "How much longer than a first review it takes; 1 when absent."),
      .optional(
        "utc_offset", .pattern(.offset),
        "The zone of the shifts' times; the calendar's when absent."),
      .required(
        "shifts", .list(of: shift, count: 1...96),
        "They cover the day from 00:00 to 24:00, in order."),
      .optional(
        "breaks",
        .mapping(
          MappingForm([
            .required("every_minutes", .minutes, "Minutes of review after which one is due."),
            .required("minutes", .minutes, "How long one is."),
          ])), "Wellness breaks; none when absent."),
      .optional(
        "exposure_cap_minutes", .minutes,
        "Minutes with violating material after which a moderator's shift is over."),
      .optional(
        "locks",
        .mapping(
          MappingForm([
            .required("lapse_share", .probability, "Of the claimed jobs, those not decided."),
            .required("minutes", .minutes, "After how long the lock on such a job lapses."),
          ])), "Claims that come to nothing; none when absent."),
    ]))

  static let scope = Form.word(["signatory", "shared"])

  private static let shift = Form.named(
    "shift",
    .mapping(
      MappingForm(graded: [
        .required("from", .pattern(.timeOfDay), "When it begins."),
        .required("to", .pattern(.timeOfDay), "When it ends; 24:00 for midnight."),
        .required(
          "moderators", .whole(0...60_000),
          "On duty over all signatories, shared out by their uploads."),
        .required("minimum", .whole(0...1_000), "The fewest that a signatory's team has."),
      ])))

  static let review = Form.mapping(
    MappingForm([
      .optional(
        "escalation_share", .probability,
        "Of the first reviews, those passed on to an escalation queue; 0 when absent."),
      .optional(
        "second_review_share", .probability,
        "Of the first decisions, those reviewed a second time; 0 when absent."),
      .optional(
        "withdrawal_mean_hours", .hours,
        "After how long owners take down what waits for a first decision; exponential; "
          + "never when absent."),
    ]))
}
