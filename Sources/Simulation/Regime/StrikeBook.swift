import Moderation

/// The strikes of accounts that posted what was removed.
///
/// Constant time an operation; holds the accounts that have a strike.
struct StrikeBook {
  /// An account: its signatory, whether it posts violating content, and a number.
  struct Account: Equatable {
    let signatory: UInt16
    let isOffending: Bool
    let number: UInt32

    /// A number of its own, not 0.
    fileprivate var key: UInt64 {
      1 << 63 | UInt64(number) | UInt64(signatory) << 32 | (isOffending ? 1 << 48 : 0)
    }
  }

  private let limit: UInt16
  /// By signatory.
  private let offendingAccounts: [Double]
  private let lawfulAccounts: [Double]
  private var strikes = CountTable()

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
    let count = strikes[account.key] + 1
    strikes[account.key] = count < limit ? count : 0
    return count >= limit
  }

  /// Takes a strike back: the removal was undone.
  mutating func takeBack(from account: Account) {
    let count = strikes[account.key]
    if count > 0 { strikes[account.key] = count - 1 }
  }
}
