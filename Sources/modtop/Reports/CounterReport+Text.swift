import Dashboard
import Moderation

extension CounterReport {
  func subject(seed: UInt64) -> String { "seed \(seed)  until \(until)" }

  /// Tables for people: the counters by kind, then the ledger.
  var text: String {
    """
    \(counterTable)
    \(publishedText)
    \(ledgerTable)

    \(Output.wrapped(wrongfulText))
    \(Output.wrapped(burdenText))
    \(count(events)) events, log fingerprint \(fingerprint)
    """
  }

  private var wrongfulText: String {
    """
    Wrongly removed or restricted: \(count(ledger.actedOnWrongly)), of them appealed \
    \(count(ledger.appealed)), never appealed \(count(ledger.neverAppealed)); \
    restored \(count(ledger.restored)), \(count(ledger.restoredWithoutAppeal)) of these without \
    an appeal; still down \(count(ledger.stillDown)).
    """
  }

  private var burdenText: String {
    """
    Down for \(count(ledger.itemHoursDown)) item-hours; \(count(ledger.lawfulViewsLost)) lawful \
    views lost; \(count(ledger.exposureBeforeAction)) views of violating content before action.
    """
  }

  private var counterTable: String {
    // Where all is screened, once is enough.
    let isAllScreened = counters["total"].map { $0["uploaded"] == $0["screened"] } ?? true
    let uploaded = isAllScreened ? [] : [("uploaded", "uploaded")]
    let hasRestrictions = counters["total"].map { $0["restricted"] > 0 } ?? false
    let columns: [(title: String, key: String)] =
      uploaded + [("screened", "screened"), ("reviewed", "reviewed"), ("removed", "removed")]
      + (hasRestrictions ? [("restricted", "restricted")] : []) + [
        ("wrongly", "acted_on_wrongly"), ("never appealed", "never_appealed"),
        ("missed", "missed"), ("pending", "pending"),
      ]
    let rows = (SubjectKind.allCases.map(\.name) + ["total"]).compactMap { name in
      counters[name].map { counters in
        [name] + columns.map { count(counters[$0.key]) }
      }
    }
    return TextTable(titles: [""] + columns.map(\.title), rows: rows)
      .text(columns: Output.columns)
  }

  /// The figures that were made public, with their day and what is noted about them; figures
  /// with the same of both in one line.
  private var publishedText: String {
    typealias Line = (day: String, isPublished: Bool, note: String?, counts: [String])
    var lines: [Line] = []
    for kind in SubjectKind.allCases {
      guard let figure = published[kind.name] else { continue }
      let text = "\(count(figure.removed)) \(kind.plural.lowercased())"
      if let last = lines.last,
        (last.day, last.isPublished, last.note) == (figure.day, figure.isPublished, figure.note)
      {
        lines[lines.count - 1].counts.append(text)
      } else {
        lines.append((figure.day, figure.isPublished, figure.note, [text]))
      }
    }
    return lines.map { line in
      // Quoted is only what a source says.
      let note = line.note.map { line.isPublished ? " (\"\($0)\")" : " (\($0))" } ?? ""
      let title = line.isPublished ? "Published" : "To compare with, not published"
      let counts = line.counts.joined(separator: ", ")
      return Output.wrapped("\(title), as of \(line.day): \(counts)\(note).") + "\n"
    }.joined()
  }

  private var ledgerTable: String {
    let removals = Cause.removing.compactMap { cause -> [String]? in
      guard let entry = ledger.removals[cause.name], entry.removed > 0 else { return nil }
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
      titles: ["by cause", "count", "removed wrongly", "", "appealed"], rows: removals + misses
    ).text(columns: Output.columns)
  }

  private func count(_ number: Int) -> String { Dashboard.Format.count(number) }

  private func count(_ number: Double) -> String { MetricText.number(number.rounded()) }
}
