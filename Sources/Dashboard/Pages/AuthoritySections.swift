import Moderation
import Queueing

/// What passes between signatories and authorities, for the authority page and a
/// signatory's page.
enum AuthoritySections {
  /// Removal orders; they stand in the tallies of subjects.
  static func orders(_ tally: Tally, columns: Int) -> Sheet {
    section("Removal orders", columns: columns, isEmpty: tally[.orders] == 0) { sheet in
      sheet.fields([
        Field(name: "Received", figure: Format.short(tally[.orders])),
        Field(.mootOrders, Format.short(tally[.mootOrders])),
        Field(name: "Decided", figure: Format.short(tally[.ordersDecided])),
        Field(.validOrders, Format.short(tally[.validOrders])),
        Field(.complied, Format.short(tally[.ordersComplied])),
        Field(
          .compliedWrongly, Format.short(tally[.ordersCompliedWrongly]),
          .error(tally[.ordersCompliedWrongly])),
        Field(
          .compliedInvalid, Format.short(tally[.invalidOrdersComplied]),
          .error(tally[.invalidOrdersComplied])),
        Field(.contested, Format.short(tally[.ordersContested])),
        Field(name: "… wrongly", figure: Format.short(tally[.ordersContestedWrongly])),
        Field(.late, Format.short(tally[.lateOrders]), .error(tally[.lateOrders])),
      ])
    }
  }

  /// Reports to the authority, and its requests for login records.
  static func requests(_ authority: AuthorityTally, _ tally: Tally, columns: Int) -> Sheet {
    let isEmpty = authority[.reports] + authority[.requests] == 0
    return section("Reports and requests", columns: columns, isEmpty: isEmpty) { sheet in
      sheet.fields([
        Field(name: "Reported", figure: Format.short(authority[.reports])),
        Field(
          .lawfulToAuthority, Format.short(tally[.lawfulReportedToAuthority]),
          .error(tally[.lawfulReportedToAuthority])),
        Field(.requests, Format.short(authority[.requests])),
        Field(name: "… after a report", figure: Format.short(authority[.requestsAfterReport])),
        Field(name: "Pending", figure: Format.short(authority.pending)),
        Field(.disclosed, Format.short(authority[.disclosedAccounts])),
        Field(.records, Format.short(authority[.disclosedRecords])),
        Field(.empty, Format.short(authority[.empty])),
        Field(.expired, Format.short(authority[.expired])),
        Field(.refused, Format.short(authority[.refused])),
      ])
    }
  }

  /// Orders to help with decryption.
  static func decryption(_ authority: AuthorityTally, columns: Int) -> Sheet {
    let isEmpty = authority[.decryptionOrders] == 0
    return section("Decryption orders", columns: columns, isEmpty: isEmpty) { sheet in
      sheet.fields([
        Field(name: "Received", figure: Format.short(authority[.decryptionOrders])),
        Field(name: "Pending", figure: Format.short(authority.decryptionPending)),
        Field(name: "Helped", figure: Format.short(authority[.decryptionHelped])),
        Field(name: "Impossible", figure: Format.short(authority[.decryptionImpossible])),
        Field(.contested, Format.short(authority[.decryptionContested])),
      ])
    }
  }

  private static func section(
    _ title: String, columns: Int, isEmpty: Bool, _ fill: (inout Sheet) -> Void
  ) -> Sheet {
    var sheet = Sheet(columns: columns)
    sheet.heading(title, note: isEmpty ? "none so far" : "simulated")
    if !isEmpty { fill(&sheet) }
    return sheet
  }
}
