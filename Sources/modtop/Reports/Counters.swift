import Moderation

/// The counters of a part of the regime.
struct Counters: Encodable {
  /// The counters in the order of tables: the key in exports and the count.
  private static let counts: [(key: String, value: @Sendable (Tally) -> Int)] = [
    ("uploaded", { $0[.uploaded] }),
    ("screened", { $0[.screened] }),
    ("reviewed", { $0[.reviewed] }),
    ("removed", { $0.removed }),
    ("removed_by_screening", { $0[removedBy: .screening] }),
    ("removed_by_review", { $0[removedBy: .review] }),
    ("removed_wrongly", { $0.wronglyRemoved }),
    ("restricted", { $0[.restrictions] }),
    ("acted_on_wrongly", { $0[.wrongfulActions] }),
    ("never_appealed", { $0.neverAppealed }),
    ("suspended", { $0[.suspended] }),
    ("reports", { $0[.reports] }),
    ("appealed", { $0[.appealed] }),
    ("overturned", { $0[.overturned] }),
    ("restored_unasked", { $0[.restoredUnasked] }),
    ("restored_after_failed_appeal", { $0[.restoredAfterAppeal] }),
    ("wrongly_down", { $0.wronglyDown }),
    ("missed", { $0.missed }),
    ("violating_undecided", { $0.undecided }),
    ("pending", { $0.pending }),
  ]

  /// The keys in the order of tables.
  static let keys = counts.map(\.key)

  private let tally: Tally

  init(_ tally: Tally) { self.tally = tally }

  /// A count by its key.
  subscript(key: String) -> Int { Self.counts.first { $0.key == key }?.value(tally) ?? 0 }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: TextKey.self)
    for (key, value) in Self.counts { try container.encode(value(tally), forKey: TextKey(key)) }
  }
}

/// A key of an object whose keys are data.
struct TextKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(_ text: String) { stringValue = text }
  init?(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}
