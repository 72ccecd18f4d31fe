import Moderation
import Queueing

#if canImport(Glibc)
  import Glibc
#endif

/// The numbers of a kind of upload that are needed at each event, without their provenance.
///
/// Plain numbers only: copying a graded value, or a distribution in general form,
/// copies references, and that was a quarter of the time of an event.
struct KindConstants {
  /// The law of handling times, in microseconds.
  private enum Handling {
    case deterministic(Double)
    case exponential(mean: Double)
    case lognormal(logMean: Double, logSD: Double)
  }

  private let handling: Handling
  private let viewsLogMean: Double
  private let viewsLogSD: Double
  /// The share of the views to come that is left after a microsecond, as a power of 2.
  private let viewsDecay: Double

  init(_ upload: UploadParameters, _ views: ViewFacts) {
    let law = upload.handlingSeconds.value
    let mean = law.mean * Double(TimeUnit.second)
    switch law.form {
    case .deterministic: handling = .deterministic(mean)
    case .exponential: handling = .exponential(mean: mean)
    default:
      let variance = log1p(law.scv)
      handling = .lognormal(logMean: log(mean) - variance / 2, logSD: variance.squareRoot())
    }
    let logSD = upload.viewsLogSD.value
    viewsLogMean = log(max(views.mean.value, .leastNormalMagnitude)) - logSD * logSD / 2
    viewsLogSD = logSD
    viewsDecay = -1 / Double(views.halfLife.value)
  }

  /// The microseconds in which half of the views still to come do come.
  var halfLife: Double { -1 / viewsDecay }

  /// The handling time of a subject in microseconds.
  func handlingTime(_ numbers: KeyedRandom, of id: UInt32) -> Double {
    switch handling {
    case .deterministic(let value): value
    case .exponential(let mean): -log(numbers.uniform(UInt64(id))) * mean
    case .lognormal(let logMean, let logSD): exp(logMean + logSD * numbers.normal(UInt64(id)))
    }
  }

  /// The views of a subject's lifetime.
  func views(_ numbers: KeyedRandom, of id: UInt32) -> Double {
    exp(viewsLogMean + viewsLogSD * numbers.normal(UInt64(id)))
  }

  /// Of the views of a lifetime, the share still to come so long after publication.
  func shareAhead(after time: Microseconds) -> Double { exp2(Double(time) * viewsDecay) }
}
