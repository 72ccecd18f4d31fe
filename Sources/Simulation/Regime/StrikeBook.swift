import Moderation
import Queueing

/// The strikes of accounts that posted what was removed.
///
/// Constant time an operation; holds the accounts that ever had a strike.
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

  /// Tells the strikes up to a suspension, or until they lapse, from those after; never 0.
  typealias Round = UInt8

  /// How many strikes an account has in its round, and the day of the newest.
  private struct Strikes {
    var count: UInt16 = 0
    var day: UInt16 = 0
    var round: Round = 1

    mutating func beginRound() {
      count = 0
      round = round == .max ? 1 : round + 1
    }
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

  /// Adds a strike; returns its round, and whether the account is to be suspended, whose owner
  /// then begins again without strikes.
  mutating func add(to account: Account, at now: Microseconds) -> (round: Round, suspends: Bool) {
    let day = UInt16(truncatingIfNeeded: now / TimeUnit.day)
    return Self.add(
      to: &strikes[account, default: Strikes()], day, lapse: lapseDays, limit: limit)
  }

  /// Adds one in place: each way to a key is three fetches from far memory.
  private static func add(
    to strikes: inout Strikes, _ day: UInt16, lapse: UInt16, limit: UInt16
  ) -> (round: Round, suspends: Bool) {
    if strikes.count > 0, day &- strikes.day > lapse { strikes.beginRound() }
    strikes.count += 1
    strikes.day = day
    let round = strikes.round
    let suspends = strikes.count >= limit
    if suspends { strikes.beginRound() }
    return (round, suspends)
  }

  /// Takes a strike of a round back, whose removal was undone; it is gone already if it
  /// lapsed, or if the account was suspended since.
  mutating func takeBack(from account: Account, of round: Round) {
    guard let own = strikes[account], own.round == round, own.count > 0 else { return }
    strikes[account]?.count -= 1
  }
}
