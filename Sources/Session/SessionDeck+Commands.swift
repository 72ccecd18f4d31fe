import Moderation
import Queueing
import Recording

/// What each command does to the deck.
extension SessionDeck {
  package mutating func apply(_ command: SessionCommand, at wall: Microseconds) {
    if command != .fork { isForkConfirmed = false }
    switch command {
    case .focus(let signatory): focus = signatory
    case .examine(let scope): part = scope
    case .intervene(let intervention): intervene(intervention)
    case .addMarker(let note): addMarker(note)
    case .goLive: goLive()
    case .fork: fork(at: wall)
    case .seek(let target): seek(to: target, at: wall)
    case .find(let filter): find(filter, at: wall)
    case .reverse:
      openReplay(at: wall)
      replay?.reverse(at: wall)
    case .loop:
      openReplay(at: wall)
      if let text = replay?.stepLoop(at: wall) { tell(text) }
    case .togglePause, .faster, .slower, .setSpeed: changePace(command, at: wall)
    }
  }

  private mutating func changePace(_ command: SessionCommand, at wall: Microseconds) {
    let steps = replay.map { Speed.replaySteps(of: $0.unit) } ?? Speed.steps
    let speed = replay?.pace.speed ?? live?.pace.speed ?? .oneHour
    switch command {
    case .togglePause:
      // At the end of a look back, going on means the live session.
      if live != nil, let place = replay?.place, place.isPaused, place.isAtEnd { return goLive() }
      if replay == nil { live?.togglePause(at: wall) }
      attempt { deck throws(SessionError) in try deck.replay?.togglePause(at: wall) }
    case .faster: setSpeed(speed.faster(among: steps), at: wall)
    case .slower: setSpeed(speed.slower(among: steps), at: wall)
    case .setSpeed(let speed): setSpeed(speed, at: wall)
    default: break
    }
  }

  private mutating func setSpeed(_ speed: Speed, at wall: Microseconds) {
    if replay == nil { live?.setSpeed(speed, at: wall) }
    replay?.setSpeed(speed, at: wall)
  }

  private mutating func goLive() {
    if live == nil || replay == nil { tell("no live session to return to") }
    if live != nil { replay = nil }
  }

  private mutating func intervene(_ intervention: Intervention) {
    if let refusal = interventionRefusal { return tell(refusal) }
    live?.core.apply(intervention)
    tell("changed", applied: intervention)
  }

  var interventionRefusal: String? {
    replay?.playback.core.interventionRefusal ?? live?.core.interventionRefusal
  }

  private mutating func find(_ filter: EventFilter, at wall: Microseconds) {
    openReplay(at: wall)
    guard replay != nil else { return }
    replay?.find(filter)
    if !filter.isEmpty { seek(to: .match(.forth), at: wall) }
  }

  private mutating func seek(to target: SeekTarget, at wall: Microseconds) {
    openReplay(at: wall)
    attempt { deck throws(SessionError) in
      if let text = try deck.replay?.seek(to: target, at: wall) { deck.tell(text) }
    }
  }

  private mutating func addMarker(_ note: String) {
    attempt { deck throws(SessionError) in
      if let recorder = deck.live?.core.recorder {
        recorder.addMarker(at: deck.replay?.now ?? deck.live?.now ?? 0, note: note)
        recorder.flush()
        if let failure = recorder.failure { throw failure }
        try deck.replay?.readMarkers()
      } else if deck.replay != nil {
        try deck.replay?.addMarker(note)
      } else {
        return deck.tell("a session that is not recorded has no markers")
      }
      deck.tell("marked")
    }
  }

  /// Turns a live session to its own recording, where it is not looked at already.
  private mutating func openReplay(at wall: Microseconds) {
    guard replay == nil, let live else { return }
    guard let recorder = live.core.recorder, recorder.failure == nil else {
      return tell("no way back: the session is not recorded")
    }
    recorder.flush()
    attempt { deck throws(SessionError) in
      let session = try RecordedSession(opening: recorder.path)
      var track = try ReplayTrack(
        session, unit: .oneHour, speed: .oneHour, isPaused: true, at: wall)
      _ = try track.seek(to: .end, at: wall)
      deck.replay = track
    }
  }
}
