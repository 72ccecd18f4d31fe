import Moderation
import Queueing

/// Letters between signatories and authorities that are under way, in reused rows.
struct LetterTable {
  enum Letter {
    /// A report that the authority will follow up with a request.
    case followUp(signatory: UInt16, account: UInt64)
    /// A request that the signatory will answer; it came at that instant.
    case request(InformationRequest, account: UInt64, at: Microseconds)
    case decryption(DecryptionOrder)
  }

  private var letters: [Letter] = []
  private var free: [Int] = []

  /// How many are under way.
  var count: Int { letters.count - free.count }

  subscript(row: Int) -> Letter { letters[row] }

  /// Takes a letter in and returns its row; nil when no more can be under way.
  mutating func insert(_ letter: Letter) -> Int? {
    if let row = free.popLast() {
      letters[row] = letter
      return row
    }
    guard letters.count < SlotMap.letterLimit else { return nil }
    letters.append(letter)
    return letters.count - 1
  }

  mutating func remove(_ row: Int) { free.append(row) }
}
