import Moderation

/// The format of scenario files, version 1: every key and what may stand under it.
///
/// This is the one description of it. The reader takes nothing that it does not have, debug
/// builds find keys that nobody reads, and the JSON Schema is printed from it.
package enum ScenarioFormat {
  /// The version of the format that this program reads.
  static let version = 1

  static let root = Form.mapping(
    MappingForm([
      .required("format", .whole(version...version), "The version of the format."),
      .required("name", .line, "The word by which the command line knows the scenario."),
      .required("title", .line, "A headline."),
      .required("about", .prose, "What the scenario is for, in a few sentences."),
      .required("sources", sources, "Reports and data that values and facts name by their key."),
      .required("calendar", calendar, "When and where it plays."),
      .optional(
        "milestones", .list(of: milestone, count: 0...100), "Dated facts about the regime."),
      .optional("published", published, "Counters that were made public."),
      .required("roster", roster, "The companies, and their shares in all uploads."),
      .required("arrivals", arrivals, "How uploads vary over time around their daily mean."),
      .required("uploads", uploads, "What is uploaded, by kind."),
      .required(
        "policies", .entries(of: policy, count: 1...8), "The rules about content, by their keys."),
      .required(
        "queues", .entries(of: queue, count: 1...32),
        "The queues for moderators, in the order in which their rules are tried."),
      .required("teams", .entries(of: team, count: 1...16), "The moderators, by their keys."),
      .optional("review", review, "What happens in review beside a first decision."),
      .optional("hash_bank", hashBank, "The bank of hashes of removed content."),
      .optional("strikes", strikes, "What removals mean for an account."),
      .optional("appeals", appeals, "What happens to removals afterwards."),
      .optional("authority", authority, "Reports to the authority, and its requests."),
      .optional("decryption", decryption, "Orders to help with decryption."),
      .optional(
        "shocks", .list(of: shock, count: 0...16),
        "What befalls the regime, by the timetable or when the user says so."),
    ]))

  static let sources = Form.entries(
    of: .mapping(
      MappingForm([
        .required("title", .line, "What it is."),
        .required("date", .line, "When it appeared, as it says itself; or \"undated\"."),
      ])), count: 0...2_000)

  /// By kind of subject, all or some of them.
  static func byKind(_ form: Form, areRequired: Bool) -> Form {
    .mapping(
      MappingForm(
        SubjectKind.allCases.map { kind in
          FormKey(
            name: kind.name, form: form, summary: "\(kind.plural).", isRequired: areRequired)
        }))
  }

  static let kind = Form.word(SubjectKind.allCases.map(\.name))
}
