import Moderation

extension ScenarioFormat {
  static let calendar = Form.mapping(
    MappingForm([
      .required("start", .pattern(.date), "The first day; time begins at its midnight."),
      .required("utc_offset", .pattern(.offset), "The zone of all times, such as \"+08:00\"."),
      .required("opens", .pattern(.instant), "Where a live session begins."),
    ]))

  static let milestone = Form.mapping(
    MappingForm([
      .required("date", .pattern(.sourceDate), "The date as the source gives it."),
      .required("text", .prose, "What happened."),
      .required("source", .line, "The key of the source."),
    ]))

  static let published = Form.mapping(
    MappingForm([
      .required("as_of", .pattern(.date), "The day to the end of which the counters count."),
      .required(
        "removed", byKind(.graded(1...1_000_000_000_000), areRequired: false),
        "The published counters."),
    ]))

  static let arrivals = Form.mapping(
    MappingForm([
      .required("hour_factors", .factors(24), "The rate in each hour of the day."),
      .required("weekday_factors", .factors(7), "The rate on each weekday from Monday on."),
      .required(
        "day_noise_log_sd", .graded("deviation-to-3", NumberForm("a number", from: 0, to: 3)),
        "The standard deviation of the logarithm of a day's noise, which has mean 1."),
    ]))

  static let uploads = byKind(
    .named(
      "uploads",
      .mapping(
        MappingForm([
          .required("per_day", .amount, "Uploads a day over all signatories, on average."),
          .required("views", views, "How often they are viewed."),
          .required("handling_seconds", handling, "The time of one first review, in seconds."),
        ]))),
    areRequired: true)

  private static let views = Form.mapping(
    MappingForm([
      .required("mean", .amount, "Views of an upload that stays up, on average."),
      .required(
        "log_sd", .graded("deviation-to-5", NumberForm("a number", from: 0, to: 5)),
        "The standard deviation of the logarithm of an upload's views."),
      .required(
        "half_life_minutes", .minutes,
        "The time in which half of the views still to come do come."),
    ]))

  /// A law of times by its mean and, where it has one, squared coefficient of variation.
  private static let handling: Form = {
    let mean = FormKey.required(
      "mean", .number(NumberForm("seconds", above: 0, to: 86_400)), "The mean.")
    let scv = FormKey.required(
      "scv", .number(NumberForm("a number", above: 0, to: 25)),
      "The squared coefficient of variation.")
    func law(_ name: String, _ keys: [FormKey], isDefault: Bool = false) -> Form.Variant {
      let summary = "The law; lognormal when the key is absent."
      let tag = FormKey(
        name: "law", form: .word([name]), summary: summary, isRequired: !isDefault)
      return Form.Variant(word: name, form: MappingForm(graded: [tag] + keys))
    }
    return .named(
      "handling",
      .tagged(
        key: "law",
        [
          law("lognormal", [mean, scv], isDefault: true), law("exponential", [mean]),
          law("deterministic", [mean]),
        ], without: "lognormal"))
  }()
}
