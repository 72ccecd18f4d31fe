/// The running numbers of a chunk, from which the next ones are told as differences.
struct ChunkNumbers {
  /// One more than the last new subject's.
  var subject: UInt32 = 0
  /// One more than the last request's.
  var request: UInt32 = 0
  /// One more than the last station named.
  var station: UInt16 = 0
}
