import Moderation

/// One signatory: what the sources say about it, and apart from that, what is simulated.
enum SignatoryPage {
  static func sheet(_ place: Int, _ snapshot: Snapshot, columns: Int) -> Sheet {
    guard snapshot.facts.signatories.indices.contains(place) else {
      return Sheet(columns: columns)
    }
    let facts = facts(snapshot.facts.signatories[place], snapshot.facts, columns: columns)
    // Until the session has answered, another signatory's figures may be at hand.
    guard let focus = snapshot.focus, focus.signatory == place else { return facts }
    var sheet = facts
    sheet.heading("Simulated from here on", note: "not facts about the company")
    sheet.append(
      Sheet.split(columns: columns) {
        accounts(focus, snapshot, columns: $0)
      } and: {
        work(focus, snapshot, columns: $0)
      })
    return sheet
  }

  // MARK: What is sourced

  private static func facts(
    _ signatory: Signatory, _ facts: ScenarioFacts, columns: Int
  ) -> Sheet {
    var sheet = Sheet(columns: columns)
    let names = [signatory.chineseName, signatory.name].compactMap { $0 }.joined(separator: "  ")
    sheet.heading(Sanitizer.clean(names), note: "what the sources say", isFocused: true)
    if !signatory.isNamed {
      let hasNamed = facts.signatories.contains(where: \.isNamed)
      sheet.add(
        hasNamed
          ? "Not named in the source, which counts it and gives no name."
          : "Nothing: it is made up and stands for no company.", .muted)
    } else if signatory.facts.isEmpty {
      let what = facts.changes.roster == nil ? "scenario" : "roster"
      sheet.add("The \(what) states nothing about it.", .muted)
    }
    if let date = signatory.pledgedOn { sheet.add("Pledged \(date.medium).", .muted) }
    for fact in signatory.facts { sheet.append(Self.fact(fact, facts, columns: columns)) }
    return sheet
  }

  /// A sourced statement with its source.
  static func fact(_ fact: SourcedFact, _ facts: ScenarioFacts, columns: Int) -> Sheet {
    var sheet = Sheet(columns: columns)
    sheet.prose(Sanitizer.clean(fact.text), .published)
    if let source = facts.source(fact.source) {
      sheet.prose(Sanitizer.clean("\(source.title), \(source.date)"), .muted, column: 6)
    }
    return sheet
  }

  // MARK: What is simulated

  private static func accounts(
    _ focus: Snapshot.Focus, _ snapshot: Snapshot, columns: Int
  ) -> Sheet {
    let facts = snapshot.facts
    let kinds = zip(SubjectKind.allCases, focus.tallies).map { ($0.plural, $1) }
    let all = focus.tallies.reduce(Tally(), +)
    var sheet = tallies("By kind", kinds + [("All", all)], hasScreened: true, columns: columns)
    if facts.policies.count > 1 {
      let policies = zip(facts.policies, focus.policies).map { (Sanitizer.clean($0.name), $1) }
      sheet.append(tallies("By policy", policies, hasScreened: false, columns: columns))
    }
    sheet.append(ErrorSections.causes(focus.errors, columns: columns))
    sheet.append(ErrorSections.outcomes(focus.errors, columns: columns))
    sheet.append(ErrorSections.burden(focus.errors, columns: columns))
    return sheet
  }

  /// - Parameter hasScreened: false for policies, under which no upload comes before
  ///   somebody notices it.
  private static func tallies(
    _ title: String, _ rows: [(String, Tally)], hasScreened: Bool, columns: Int
  ) -> Sheet {
    typealias Row = (String, Tally)
    let screened = FigureTable<Row>.Column(
      title: "screened", width: 10, rank: 2, text: { Format.short($0.1[.screened]) })
    let table = FigureTable<Row>(
      title: title, labelCells: 18,
      label: { [(Wrap.shortened($0.0, cells: 18), .normal)] },
      columns: (hasScreened ? [screened] : []) + [
        .init(
          title: "reviewed", width: 10, rank: 1,
          text: { Format.count($0.1[.reviewed], cells: 9) }),
        .init(title: "removed", width: 9, text: { Format.count($0.1.removed, cells: 8) }),
        .init(title: "wrongly", width: 9, text: { Format.count($0.1[.wrongfulActions], cells: 8) }),
        .init(
          title: "share", width: 8,
          text: { Format.percent($0.1[.wrongfulActions], of: $0.1[.actions]) }),
        .init(title: "missed", width: 8, text: { Format.count($0.1.missed, cells: 7) }),
      ])
    return table.sheet(rows, columns: columns)
  }

  private static func work(
    _ focus: Snapshot.Focus, _ snapshot: Snapshot, columns: Int
  ) -> Sheet {
    var sheet = QueueTable.sheet(focus.queues, snapshot.facts, columns: columns)
    let workforce = focus.workforce
    sheet.fields([
      Field(.moderators, Format.count(workforce.onDuty)),
      Field(.utilization, Format.percent(workforce.recentUtilization)),
      Field(.prevalence, Format.percent(focus.prevalence.value, decimals: 4)),
    ])
    sheet.append(
      AuthoritySections.orders(focus.tallies.reduce(Tally(), +), columns: columns))
    sheet.append(AuthoritySections.requests(focus.authority, focus.errors.tally, columns: columns))
    sheet.append(AuthoritySections.decryption(focus.authority, columns: columns))
    return sheet
  }
}
