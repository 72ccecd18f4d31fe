import Queueing

/// The accounts by signatory, kind and policy.
///
/// Uploads that nobody noticed break no policy: for them there is one more place, behind
/// the policies.
struct CellBook: Sendable {
  var cells: [Cell]
  private let signatories: Int
  /// The places by policy, the one for none among them.
  private let places: Int
  /// By kind, then policy place.
  private var laws: [CellLaws]
  /// Views that an upload gets, by kind.
  private let meanViews: [Double]
  /// By policy place.
  private let costs: [ErrorCosts]

  init(_ facts: ScenarioFacts) {
    signatories = facts.signatories.count
    places = facts.policies.count + 1
    let reaches = facts.policies.map(\.restrictedReach) + [1]
    laws = facts.views.flatMap { views in
      let rate = DecayingViews.Rate(halfLife: views.halfLife.value)
      return reaches.map { CellLaws(rate: rate, restricted: $0) }
    }
    meanViews = facts.views.map(\.mean.value)
    costs =
      facts.policies.map {
        ErrorCosts(
          wrongfulRemoval: $0.wrongfulRemovalCost.value, miss: $0.missCost.value)
      } + [ErrorCosts()]
    cells = Array(repeating: Cell(), count: signatories * SubjectKind.count * places)
  }

  func index(signatory: Int, kind: SubjectKind, policy: Int) -> Int {
    (signatory * SubjectKind.count + kind.index) * places + policy
  }

  private func index(of subject: Subject) -> Int {
    assert(Int(subject.policy) < places - 1, "\(subject) comes under no policy")
    return index(
      signatory: Int(subject.signatory), kind: subject.kind, policy: Int(subject.policy))
  }

  @inline(__always)
  private func law(_ kind: SubjectKind, _ policy: Int) -> Int { kind.index * places + policy }

  @inline(__always)
  private func law(of subject: Subject) -> Int { law(subject.kind, Int(subject.policy)) }

  /// Says of which kinds uploads are screened from now on.
  mutating func setScreened(_ isScreened: [Bool]) {
    for kind in SubjectKind.allCases {
      for place in 0..<places { laws[law(kind, place)].isScreened = isScreened[kind.index] }
    }
  }

  // MARK: Folding

  mutating func pass(signatory: Int, kind: SubjectKind, count: Int, at now: Microseconds) {
    let index = index(signatory: signatory, kind: kind, policy: places - 1)
    cells[index].pass(
      count, views: Double(count) * meanViews[kind.index], at: now,
      laws[law(kind, places - 1)])
  }

  mutating func move(_ subject: Subject, _ transition: Transition, at now: Microseconds) {
    cells[index(of: subject)].move(subject, transition, at: now, laws[law(of: subject)])
  }

  mutating func queue(
    _ subject: Subject, _ transition: Transition, _ placement: Placement, at now: Microseconds
  ) {
    cells[index(of: subject)].queue(
      subject, transition, placement.source, at: now, laws[law(of: subject)])
  }

  mutating func decide(
    _ subject: Subject, _ transition: Transition, _ placement: Placement, at now: Microseconds
  ) {
    cells[index(of: subject)].decide(
      subject, transition, placement, at: now, laws[law(of: subject)])
  }

  mutating func merge(
    _ subject: Subject, _ cause: Cause, _ standing: Standing, isValid: Bool
  ) {
    cells[index(of: subject)].merge(subject, cause, standing, isValid: isValid)
  }

  mutating func withdraw(_ subject: Subject, _ transition: Transition, at now: Microseconds) {
    cells[index(of: subject)].withdraw(subject, transition, at: now, laws[law(of: subject)])
  }

  mutating func reportToAuthority(_ subject: Subject) {
    cells[index(of: subject)].reportToAuthority(subject)
  }

  mutating func hash(_ subject: Subject) { cells[index(of: subject)].hash(subject) }

  mutating func count(_ count: Count, of subject: Subject) {
    cells[index(of: subject)].count(count)
  }

  // MARK: Reading

  /// The sum of the tallies of a part.
  func tally(of scope: Scope) -> Tally {
    var sum = Tally()
    forEachCell(of: scope) { index, _, _ in sum += cells[index].tally }
    return sum
  }

  /// What errors and exposure come to in a part until an instant.
  func burden(of scope: Scope, at instant: Microseconds) -> Burden {
    var sum = Burden()
    forEachCell(of: scope) { index, kind, policy in
      sum += cells[index].burden(at: instant, laws[kind * places + policy].rate, costs[policy])
    }
    return sum
  }

  /// All tallies summed in one pass: by kind and policy place, and by signatory.
  func sums() -> (byKindAndPolicy: [Tally], bySignatory: [Tally]) {
    let block = SubjectKind.count * places
    var byKindAndPolicy = Array(repeating: Tally(), count: block)
    var bySignatory = Array(repeating: Tally(), count: signatories)
    for index in cells.indices {
      byKindAndPolicy[index % block] += cells[index].tally
      bySignatory[index / block] += cells[index].tally
    }
    return (byKindAndPolicy, bySignatory)
  }

  private func forEachCell(of scope: Scope, _ body: (Int, Int, Int) -> Void) {
    let wanted = scope.signatory.map { $0..<($0 + 1) } ?? 0..<signatories
    let kinds = scope.kind.map { $0.index..<($0.index + 1) } ?? 0..<SubjectKind.count
    let policies = scope.policy.map { $0..<($0 + 1) } ?? 0..<places
    for signatory in wanted {
      for kind in kinds {
        for policy in policies {
          body((signatory * SubjectKind.count + kind) * places + policy, kind, policy)
        }
      }
    }
  }
}
