import Dashboard
import Moderation

extension CounterReport {
  /// Tables for people: the counters by kind, then the ledger.
  var text: String {
    """
    SIMULATION  \(scenario)  seed \(seed)  until \(until)
    \(counterTable)

    \(ledgerTable)

    Wrongly removed or restricted: \(count(ledger.wronglyActed)), of them appealed \
    \(count(ledger.appealed)), never appealed \(count(ledger.neverAppealed)); \
    restored \(count(ledger.restored)), \(count(ledger.restoredWithoutAppeal)) of these without \
    an appeal; still down \(count(ledger.stillDown)).
    Down for \(count(ledger.itemHoursDown)) item-hours; \(count(ledger.lawfulViewsLost)) lawful \
    views lost; \(count(ledger.exposureBeforeAction)) views of violating content before action.
    \(count(events)) events, log fingerprint \(fingerprint)
    """
  }

  private var counterTable: String {
    let columns: [(title: String, key: String)] = [
      ("uploaded", "uploaded"), ("screened", "screened"), ("reviewed", "reviewed"),
      ("removed", "removed"),
      ("wrongly", "removed_wrongly"), ("never appealed", "removed_wrongly_never_appealed"),
      ("missed", "missed"), ("pending", "pending"),
    ]
    let rows = (SubjectKind.allCases.map(\.name) + ["total"]).compactMap { name in
      counters[name].map { counters in
        [name] + columns.map { count(counters[$0.key]) }
          + [published[name].map { count($0.removed) } ?? "–"]
      }
    }
    return TextTable(titles: [""] + columns.map(\.title) + ["published"], rows: rows).text
  }

  private var ledgerTable: String {
    let removals = Cause.removing.compactMap { cause -> [String]? in
      let name = MetricText.snakeCase(cause.name)
      guard let entry = ledger.removals[name], entry.removed > 0 else { return nil }
      let share = Double(entry.wrongly) / Double(entry.removed)
      return [
        "removed by \(cause.label.lowercased())", count(entry.removed), count(entry.wrongly),
        Dashboard.Format.percent(share), count(entry.wronglyAppealed),
      ]
    }
    let misses = MissCause.allCases.compactMap { cause -> [String]? in
      guard let number = ledger.misses[cause.rawValue], number > 0 else { return nil }
      return ["missed: \(cause.label.lowercased())", count(number), "", "", ""]
    }
    return TextTable(
      titles: ["by cause", "count", "wrongly", "", "appealed"], rows: removals + misses
    ).text
  }

  private func count(_ number: Int) -> String { Dashboard.Format.count(number) }

  private func count(_ number: Double) -> String { MetricText.number(number.rounded()) }
}
