import Moderation
import Queueing

/// The numbers about appeals that are needed at each event, without their provenance.
struct AppealConstants {
  let shareOfWrongful: Double
  let shareOfRightful: Double
  /// In microseconds.
  let meanDelay: Double
  let handlingFactor: Double
  let accuracy: Double
  let shareRestoredUnasked: Double
  /// In microseconds.
  let meanRestoreDelay: Double

  init(_ appeals: AppealParameters) {
    shareOfWrongful = appeals.shareOfWrongful.value
    shareOfRightful = appeals.shareOfRightful.value
    meanDelay = appeals.meanDelayHours.value * Double(TimeUnit.hour)
    handlingFactor = appeals.handlingFactor.value
    accuracy = appeals.accuracy.value
    shareRestoredUnasked = appeals.shareRestoredUnasked.value
    meanRestoreDelay = appeals.meanRestoreHours.value * Double(TimeUnit.hour)
  }
}
