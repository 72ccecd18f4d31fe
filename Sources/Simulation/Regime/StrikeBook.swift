import Moderation
import Queueing

/// The strikes of accounts that posted what was removed.
///
/// Constant time an operation; holds the accounts that ever had a strike and were not
/// suspended since.
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

  /// How many strikes an account has, the day of the newest, and when the count began.
  private struct Strikes {
    var count: UInt16 = 0
    var day: UInt16 = 0
    /// Seconds.
    var began: UInt32 = 0
  }

  private let limit: UInt16
  /// Days without a strike after which there are none; the greatest number for never.
  private let lapseDays: UInt16
  /// By signatory.
  private let offendingAccounts: [Double]
  private let lawfulAccounts: [Double]
  /// Those that upload the copies of a surge, who otherwise post nothing of the sort.
  private let surgeAccounts: [Double]
  private var strikes: [Account: Strikes] = [:]

  init(_ parameters: StrikeParameters, surgeAccounts: Double, shares: [Double]) {
    func accounts(_ count: Double) -> [Double] { shares.map { max(1, count * $0) } }
    limit = UInt16(clamping: parameters.limit.value)
    lapseDays = parameters.lapseDays.map { UInt16(clamping: Int($0.value.rounded(.up))) } ?? .max
    offendingAccounts = accounts(Double(parameters.offendingAccounts.value))
    lawfulAccounts = accounts(Double(parameters.lawfulAccounts.value))
    self.surgeAccounts = accounts(surgeAccounts)
  }

  /// The account that posted a subject; `uniform` chooses it.
  func account(of subject: Subject, _ uniform: Double) -> Account {
    let signatory = Int(subject.signatory)
    let isOffending = subject.truth == .violating
    let offending = offendingAccounts[signatory]
    let isOfSurge = isOffending && IDSpace.isOfShock(subject.id)
    let number =
      isOfSurge
      ? offending + uniform * surgeAccounts[signatory]
      : uniform * (isOffending ? offending : lawfulAccounts[signatory])
    return Account(
      signatory: subject.signatory, isOffending: isOffending, number: UInt32(number))
  }

  /// Adds a strike; returns whether the account is to be suspended, whose owner then
  /// begins again without strikes.
  mutating func add(to account: Account, at now: Microseconds) -> Bool {
    let day = UInt16(truncatingIfNeeded: now / TimeUnit.day)
    let count = Self.increase(
      &strikes[account, default: Strikes()], day, second(now), lapse: lapseDays)
    if count >= limit { strikes[account] = nil }
    return count >= limit
  }

  /// Adds one in place: each way to a key is three fetches from far memory.
  private static func increase(
    _ strikes: inout Strikes, _ day: UInt16, _ second: UInt32, lapse: UInt16
  ) -> UInt16 {
    if day &- strikes.day > lapse { strikes.count = 0 }
    if strikes.count == 0 { strikes.began = second }
    strikes.count += 1
    strikes.day = day
    return strikes.count
  }

  /// Takes a strike of an instant back, whose removal was undone; it is gone already if it
  /// lapsed, or if the account was suspended since.
  mutating func takeBack(from account: Account, of instant: Microseconds) {
    guard var own = strikes[account], second(instant) >= own.began else { return }
    own.count -= 1
    strikes[account] = own.count > 0 ? own : nil
  }

  private func second(_ instant: Microseconds) -> UInt32 {
    UInt32(truncatingIfNeeded: instant / TimeUnit.second)
  }
}
