import Moderation
import Queueing

/// The dealings with the authorities, and the audit log of every access.
enum AuthorityPage {
  static func sheet(_ snapshot: Snapshot, columns: Int) -> Sheet {
    let authority = snapshot.authority
    let hasSome =
      snapshot.total[.orders] + authority[.reports] + authority[.requests]
      + authority[.decryptionOrders] > 0
    var sheet = Sheet(columns: columns)
    sheet.heading("Authority", note: "counts over synthetic accounts", isFocused: true)
    guard hasSome || snapshot.facts.retention != nil else {
      sheet.prose("No orders, reports or requests so far, and the scenario keeps no login records.")
      return sheet
    }
    sheet.append(
      Sheet.split(columns: columns) { columns in
        var left = AuthoritySections.orders(snapshot.total, columns: columns)
        left.append(AuthoritySections.requests(authority, snapshot.total, columns: columns))
        left.append(retention(snapshot.facts, columns: columns))
        left.append(AuthoritySections.decryption(authority, columns: columns))
        return left
      } and: { columns in
        var right = audit(snapshot, columns: columns)
        right.append(signatories(snapshot, columns: columns))
        return right
      })
    return sheet
  }

  /// How long login records are kept, with what that claim rests on.
  private static func retention(_ facts: ScenarioFacts, columns: Int) -> Sheet {
    var sheet = Sheet(columns: columns)
    guard let retention = facts.retention else { return sheet }
    let kept = retention.value == 0 ? "not at all" : Format.period(retention.value)
    sheet.add([
      ("Login records kept  ", .muted),
      (kept, retention.grade == .stated ? .published : .value),
      ("   grade \(retention.grade.rawValue), \(retention.grade.meaning)", .muted),
    ])
    sheet.append(.provenance(retention, facts, columns: columns))
    return sheet
  }

  /// The newest entries of the audit log.
  private static func audit(_ snapshot: Snapshot, columns: Int) -> Sheet {
    let entries = Array(snapshot.audit.elements)
    let clock = snapshot.facts.clock
    let table = FigureTable<AuditEntry>(
      title: "Audit log · every access is here", labelCells: 13,
      label: {
        [("\(clock.date(at: $0.time).short) \(clock.timeText(at: $0.time))", .muted)]
      },
      columns: [
        .init(
          title: "", width: 8, rank: 3, text: { "#\($0.request.number)" }, style: { _ in .muted }),
        .init(
          title: "", width: 14, rank: 1,
          text: { "\(Format.hours(Double($0.request.hoursBack))) back" }),
        .init(
          title: "", width: 15, rank: 2,
          text: { $0.request.followsReport ? "after a report" : "unprompted" }),
        .init(
          title: "", width: 18, text: { $0.answer.text }, style: { $0.answer.style }),
      ],
      trail: .init(least: 8, greatest: 40) { entry, cells in
        let signatory = snapshot.facts.signatories[Int(entry.request.signatory)]
        return [(Wrap.shortened(Sanitizer.clean(signatory.name), cells: cells), .normal)]
      }, reserved: 14, isTitleFree: true)
    var sheet = table.sheet(entries, columns: columns)
    let held = entries.count
    if held < snapshot.authority.auditEntries {
      sheet.add(
        "… and \(Format.count(snapshot.authority.auditEntries - held)) older entries", .muted)
    } else if held == 0 {
      sheet.add("No access so far.", .muted)
    }
    return sheet
  }

  /// The signatories that had dealings with an authority.
  private static func signatories(_ snapshot: Snapshot, columns: Int) -> Sheet {
    typealias Row = (name: String, tally: Tally)
    let rows: [Row] = zip(snapshot.facts.signatories, snapshot.signatories)
      .map { (Sanitizer.clean($0.name), $1.tally) }
      .filter { $0.tally[.orders] + $0.tally[.reportedToAuthority] > 0 }
    let table = FigureTable<Row>(
      title: "By signatory · simulated", labelCells: 24,
      label: { [(Wrap.shortened($0.name, cells: 23), .normal)] },
      columns: [
        .init(title: "orders", width: 9, text: { Format.count($0.tally[.orders], cells: 8) }),
        .init(
          title: "complied", width: 10,
          text: { Format.count($0.tally[.ordersComplied], cells: 9) }),
        .init(
          title: "wrongly", width: 9,
          text: { Format.count($0.tally[.ordersCompliedWrongly], cells: 8) }),
        .init(title: "late", width: 8, text: { Format.count($0.tally[.lateOrders], cells: 7) }),
        .init(
          title: "reported", width: 10,
          text: { Format.count($0.tally[.reportedToAuthority], cells: 9) }),
      ])
    return rows.isEmpty ? Sheet(columns: columns) : table.sheet(rows, columns: columns)
  }
}

extension InformationRequest.Answer {
  fileprivate var text: String {
    switch self {
    case .disclosed(0): "none that day"
    case .disclosed(1): "1 record"
    case .disclosed(let records): "\(Format.count(Int(records))) records"
    case .expired: "no longer kept"
    case .refused: "refused"
    }
  }

  fileprivate var style: Style {
    switch self {
    case .disclosed(0): .muted
    case .disclosed: .warning
    case .expired: .muted
    case .refused: .good
    }
  }
}

extension Format {
  /// A long time as a law gives it, as in `6 months` of 30 days, or `10 days`.
  static func period(_ span: Microseconds) -> String {
    let days = span / TimeUnit.day
    if days > 0, days % 30 == 0 { return days == 30 ? "1 month" : "\(days / 30) months" }
    return duration(span)
  }
}
