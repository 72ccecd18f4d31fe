import Moderation

/// What the errors page speaks of.
extension DashboardState {
  /// Everything, each policy, each kind, and the selected signatory.
  func scopes(_ facts: ScenarioFacts) -> [Scope] {
    // With one policy it would say the same twice.
    let policies = facts.policies.count > 1 ? Array(facts.policies.indices) : []
    return [.all] + policies.map { Scope(policy: $0) }
      + SubjectKind.allCases.map { Scope(kind: $0) }
      + (facts.signatories.indices.contains(selectedSignatory)
        ? [Scope(signatory: selectedSignatory)] : [])
  }

  func scope(_ facts: ScenarioFacts) -> Scope {
    let choices = scopes(facts)
    return choices[min(scopeIndex, choices.count - 1)]
  }

  func attention(_ facts: ScenarioFacts) -> Attention {
    let scope: Scope? =
      switch page {
      case _ where openSignatory != nil: nil
      case .errors: scope(facts)
      case .denominators: .all
      default: nil
      }
    return Attention(signatory: openSignatory, scope: scope)
  }
}

extension Scope {
  /// The part in a word or two.
  func name(_ facts: ScenarioFacts) -> String {
    if let signatory { return Sanitizer.clean(facts.signatories[signatory].name) }
    if let policy { return Sanitizer.clean(facts.policies[policy].name) }
    return kind?.plural ?? "All"
  }
}
