import Moderation

extension ShockParameters {
  /// What the shock is, in a few words and numbers.
  func text(hours: Double, policies: [PolicyFacts]) -> String {
    let span = "\(Self.figure(hours)) h"
    switch self {
    case .reuploadSurge(_, let kind, let copies, _, _, _):
      return "\(Self.figure(copies.value)) copies of one \(kind.name) in \(span)"
    case .poisonedHash(_, let kind, let copies):
      return "\(Self.figure(copies.value)) uploads of one lawful \(kind.name) blocked in \(span)"
    case .bulkError(_, let kind, let removals):
      return "\(Self.figure(removals.value)) lawful \(kind.plural.lowercased()) removed in \(span)"
    case .absence(let share):
      return "\(Self.figure(share.value * 100)) % of the moderators absent for \(span)"
    case .newLaw(let policy):
      return "\(policies[policy].name): in force overnight"
    }
  }

  /// A number to two decimals at most, with commas between the thousands.
  private static func figure(_ number: Double) -> String {
    let hundredths = Int((number * 100).rounded())
    let digits = String(hundredths / 100)
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    let rest = hundredths % 100
    guard rest > 0 else { return grouped }
    return grouped + "." + (rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)")
  }
}
