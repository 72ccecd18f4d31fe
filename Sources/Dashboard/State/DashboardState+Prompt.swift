import Moderation

/// Writing at the foot of the screen.
extension DashboardState {
  mutating func open(_ prompt: Prompt) {
    // The help covers the line.
    isHelpOpen = false
    self.prompt = prompt
  }

  mutating func write(_ key: KeyPress, _ snapshot: Snapshot) -> [Effect] {
    switch key {
    case .escape, .control("c"): prompt = nil
    case .enter: return carryOut(snapshot)
    case .backspace where prompt?.text.isEmpty == true: prompt = nil
    default: _ = prompt?.edit(key, snapshot.facts)
    }
    return []
  }

  /// Does what the line says; a line with a fault stays, to be mended.
  private mutating func carryOut(_ snapshot: Snapshot) -> [Effect] {
    guard let prompt else { return [] }
    do throws(PromptCommand.Fault) {
      let command: SessionCommand
      switch prompt.kind {
      case .command:
        if prompt.text.trimmed.isEmpty {
          self.prompt = nil
          return []
        }
        command = try PromptCommand.command(in: prompt.text, snapshot)
      case .filter where prompt.text.trimmed.isEmpty:
        self.prompt = nil
        return []
      case .filter: command = .find(try PromptCommand.filter(prompt.text, snapshot.facts))
      case .marker: command = .addMarker(note: prompt.text.trimmed)
      }
      if case .intervene = command, let refusal = Self.refusal(snapshot) {
        throw PromptCommand.Fault(refusal)
      }
      self.prompt = nil
      return [.session(command)]
    } catch {
      self.prompt?.refuse(error.text)
      return []
    }
  }

  /// Why the regime cannot be changed now; nil when it can.
  static func refusal(_ snapshot: Snapshot) -> String? {
    if let refusal = snapshot.status.interventionRefusal { return refusal }
    if snapshot.status.stop != nil { return "the session has stopped" }
    return snapshot.status.opening == nil ? nil : "the session is not live yet"
  }
}
