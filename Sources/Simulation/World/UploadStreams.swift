import Moderation
import Queueing

/// All uploads that can become subjects, in the order of their arrival.
///
/// Those under the policies that are in force from the start are one stream. Each policy
/// that comes into force later has a stream of its own, which starts then: until then
/// nobody notices its uploads, and no upload of another stream depends on when that is.
struct UploadStreams: ~Copyable {
  /// The first one is that from the start; then, by policy, those that start later.
  private var streams: FixedArray<UploadStream>
  private var next = 0
  /// When the next upload comes; `Microseconds.max` when none does.
  private(set) var nextTime = Microseconds.max

  init(_ mix: UploadMix, shares: [Double], policies: Int, seed: UInt64) {
    streams = FixedArray(count: 1 + policies) { index in
      index == 0
        ? UploadStream(
          mix.classesFromStart, shares: shares,
          ids: IDSpace.uploads..<IDSpace.laterUploads(under: 0),
          name: "arrivals", seed: seed)
        : UploadStream(
          mix.laterClasses(of: index - 1), shares: shares,
          ids: IDSpace.laterUploads(under: index - 1)..<IDSpace.laterUploads(under: index),
          name: "arrivals under policy \(index - 1)", seed: seed)
    }
  }

  /// Starts what comes from the start.
  mutating func start(_ intensity: borrowing ArrivalIntensity) {
    streams[0].start(at: 0, intensity)
    findNext()
  }

  /// Starts the uploads under a policy that comes into force.
  mutating func start(policy: Int, at now: Microseconds, _ intensity: borrowing ArrivalIntensity) {
    streams[1 + policy].start(at: now, intensity)
    findNext()
  }

  /// The upload that comes at `nextTime`, which the one after it replaces.
  @inline(__always)
  mutating func takeNext(_ intensity: borrowing ArrivalIntensity) -> Upload {
    let upload = streams[next].takeNext(intensity)
    findNext()
    return upload
  }

  @inline(__always)
  private mutating func findNext() {
    next = 0
    nextTime = streams[0].nextTime
    for index in 1..<streams.count where streams[index].nextTime < nextTime {
      next = index
      nextTime = streams[index].nextTime
    }
  }
}
