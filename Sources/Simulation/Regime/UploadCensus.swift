import Moderation

/// Whether every upload that came is in the log, checked in debug builds.
///
/// It counts uploads where they come into being, and once more where the log tells of them:
/// one by one, or among those that passed unnoticed. What lies between may lose none.
struct UploadCensus {
  #if DEBUG
    /// By signatory, then kind.
    private var came: [Int]
    private var told: [Int]
  #endif

  init(signatories: Int) {
    #if DEBUG
      came = Array(repeating: 0, count: signatories * SubjectKind.count)
      told = came
    #endif
  }

  @inline(__always)
  mutating func noteCame(_ signatory: Int, _ kind: SubjectKind, _ count: Int = 1) {
    #if DEBUG
      came[signatory * SubjectKind.count + kind.index] += count
    #endif
  }

  @inline(__always)
  mutating func noteTold(_ signatory: Int, _ kind: SubjectKind, _ count: Int = 1) {
    #if DEBUG
      told[signatory * SubjectKind.count + kind.index] += count
    #endif
  }

  /// Asserts that the log knows of all uploads to a signatory.
  @inline(__always)
  func check(_ signatory: Int) {
    #if DEBUG
      let places = signatory * SubjectKind.count..<(signatory + 1) * SubjectKind.count
      assert(came[places] == told[places], "uploads to signatory \(signatory) are not in the log")
    #endif
  }
}
