import Recording
import Session

/// Whether forks are recorded, which live sessions and replays decide alike.
enum ForkRecording {
  static func recorder(isWanted: Bool) -> SessionDeck.ForkRecorder {
    { session, parent in
      guard isWanted else { return nil }
      return try RecorderFactory.recorderInFolder(
        session.scenario, seed: session.header.seed, parent: parent)
    }
  }
}
