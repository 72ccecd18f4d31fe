import Moderation

/// The strikes of accounts that posted what was removed.
///
/// Constant time an operation; holds the accounts that have a strike.
struct StrikeBook {
  /// An account: its signatory, whether it posts violating content, and a number.
  struct Account: Hashable {
    let signatory: UInt16
    let isOffending: Bool
    let number: UInt32

    /// One word, of which equal accounts have equal ones: each costs a round of the hash.
    func hash(into hasher: inout Hasher) {
      hasher.combine(UInt64(number) | UInt64(signatory) << 32 | (isOffending ? 1 << 48 : 0))
    }
  }

  private let limit: UInt16
  /// By signatory.
  private let offendingAccounts: [Double]
  private let lawfulAccounts: [Double]
  private var strikes: [Account: UInt16] = [:]

  init(_ parameters: StrikeParameters, shares: [Double]) {
    limit = UInt16(clamping: parameters.limit.value)
    offendingAccounts = shares.map { max(1, Double(parameters.offendingAccounts.value) * $0) }
    lawfulAccounts = shares.map { max(1, Double(parameters.lawfulAccounts.value) * $0) }
  }

  /// The account that posted a subject; `uniform` chooses it.
  func account(of subject: Subject, _ uniform: Double) -> Account {
    let signatory = Int(subject.signatory)
    let isOffending = subject.truth == .violating
    let count = isOffending ? offendingAccounts[signatory] : lawfulAccounts[signatory]
    return Account(
      signatory: subject.signatory, isOffending: isOffending, number: UInt32(uniform * count))
  }

  /// Adds a strike; returns whether the account is to be suspended, whose owner then
  /// begins again without strikes.
  mutating func add(to account: Account) -> Bool {
    let count = Self.increase(&strikes[account, default: 0])
    if count >= limit { strikes[account] = nil }
    return count >= limit
  }

  /// Adds one in place: each way to a key is three fetches from far memory.
  private static func increase(_ count: inout UInt16) -> UInt16 {
    count += 1
    return count
  }

  /// Takes a strike back: the removal was undone.
  mutating func takeBack(from account: Account) {
    guard let count = strikes[account] else { return }
    strikes[account] = count > 1 ? count - 1 : nil
  }
}
