import Queueing

extension VerificationReport {
  /// The z that the greatest of so many scores exceeds with the family-wise probability.
  static func threshold(_ count: Int) -> Double {
    StandardNormal.upperTailQuantile(Verification.level / 2 / Double(max(count, 1)))
  }
}
