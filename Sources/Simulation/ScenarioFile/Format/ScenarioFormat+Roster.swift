extension ScenarioFormat {
  /// The most signatories that a roster may have.
  static let greatestRoster = 1_000

  static let roster = Form.either(
    key: "members",
    with: MappingForm([
      pledged,
      .required(
        "members", .list(of: .mapping(member), count: 1...greatestRoster),
        "Every signatory; shares are scaled to add up to 1, which those below 1 do not exceed."),
    ]),
    without: MappingForm([
      pledged,
      .required("count", .graded(1...greatestRoster), "Named and unnamed together."),
      .required(
        "named", .list(of: .mapping(MappingForm(identity)), count: 0...greatestRoster),
        "Those that a source names."),
      .required("named_share", .probability, "The share of each named one in all uploads."),
      .required(
        "unnamed_flatness", .graded("flatness", NumberForm("a number", from: 0, to: 1e6)),
        "The others share the rest in proportion to 1 / (rank + flatness)."),
    ]))

  private static let pledged = FormKey.optional(
    "pledged", date, "When all of them signed, unless one has a date of its own.")

  private static let date = Form.named(
    "dated",
    .mapping(MappingForm(graded: [.required("value", .pattern(.date), "The date.")])))

  private static let people = Form.graded(1...100_000_000)

  /// Who somebody on the roster is.
  private static let identity: [FormKey] = [
    .required("name", .line, "The English name, or any other."),
    .optional("chinese", .line, "The Chinese name."),
    .optional("staff", people, "All employees."),
    .optional("safety_staff", people, "Employees in safety work."),
    .optional(
      "facts",
      .list(
        of: .mapping(
          MappingForm([
            .required("text", .prose, "What the source says."),
            .required("source", .line, "The key of the source."),
          ])), count: 0...100),
      "What sources say about it, and nothing else."),
  ]

  private static let member = MappingForm(
    identity + [
      .required(
        "share", .graded("weight", NumberForm("a share", above: 0, to: 1e12)),
        "Its share in all uploads, relative to the others'."),
      .optional("pledged", date, "When it signed."),
    ])
}
