import CNcurses
import Dashboard

/// Turns what ncurses reads into key presses.
///
/// ncurses recognises the sequences it knows and hands over all others character by
/// character. This machine swallows those whole, so that an unknown key never types
/// its last letter as a command. Every state ends after a bounded count of characters.
struct KeyDecoder {
  enum Token: Equatable {
    /// A KEY_ constant of ncurses.
    case code(Int32)
    /// A Unicode scalar value.
    case scalar(UInt32)
  }

  private enum State: Equatable {
    case ground
    /// After ESC: alone it is the key, before a character it is Alt.
    case escape
    /// After `ESC [`: parameters up to a final character.
    case controlSequence(length: Int)
    /// After `ESC O`: one more character.
    case singleShift
    /// After the opening of a terminal's report: up to BEL or ESC.
    case string(length: Int)
  }

  private static let escape: UInt32 = 0x1B
  private static let longestSequence = 64
  private static let longestString = 4096

  private var state = State.ground

  /// Whether the characters so far are the opening of a sequence.
  var isInsideSequence: Bool { state != .ground && state != .escape }

  /// Takes one token in; returns the key that it completes.
  mutating func feed(_ token: Token) -> KeyPress? {
    switch (state, token) {
    case (.ground, .code(let code)):
      return Self.key(code: code)
    case (.ground, .scalar(Self.escape)):
      state = .escape
      return nil
    case (.ground, .scalar(let scalar)):
      return Self.key(scalar: scalar)
    case (.escape, .scalar(Self.escape)):
      return .escape
    case (.escape, .scalar(let scalar)):
      state = Self.state(afterEscape: scalar)
      return nil
    case (.controlSequence(let length), .scalar(0x20...0x3F)) where length < Self.longestSequence:
      state = .controlSequence(length: length + 1)
      return nil
    case (.string(let length), .scalar(let scalar))
    where scalar != Self.escape && scalar != 0x07 && length < Self.longestString:
      state = .string(length: length + 1)
      return nil
    case (.controlSequence, .scalar(Self.escape)), (.string, .scalar(Self.escape)):
      // A new sequence breaks off the old one; `ESC \` ends a report.
      state = .escape
      return nil
    default:
      state = .ground
      return nil
    }
  }

  /// Says that no more characters come at present; returns ESC when it stood alone.
  mutating func finish() -> KeyPress? {
    defer { state = .ground }
    return state == .escape ? .escape : nil
  }

  private static func state(afterEscape scalar: UInt32) -> State {
    switch Unicode.Scalar(scalar) {
    case "[": .controlSequence(length: 0)
    case "O": .singleShift
    case "]", "P", "X", "^", "_": .string(length: 0)
    default: .ground
    }
  }

  private static func key(code: Int32) -> KeyPress? {
    switch code {
    case KEY_UP: .up
    case KEY_DOWN: .down
    case KEY_LEFT: .left
    case KEY_RIGHT: .right
    case KEY_SLEFT: .shiftLeft
    case KEY_SRIGHT: .shiftRight
    case KEY_PPAGE, KEY_A3: .pageUp
    case KEY_NPAGE, KEY_C3: .pageDown
    case KEY_HOME, KEY_A1, KEY_FIND: .home
    case KEY_END, KEY_C1, KEY_SELECT: .end
    case KEY_ENTER: .enter
    case KEY_BTAB: .backTab
    case KEY_BACKSPACE: .backspace
    case KEY_DC: .delete
    default: nil
    }
  }

  private static func key(scalar: UInt32) -> KeyPress? {
    switch scalar {
    case 0x09: return .tab
    case 0x0A, 0x0D: return .enter
    case 0x08, 0x7F: return .backspace
    case 0x01...0x1A: return Unicode.Scalar(scalar + 0x60).map { .control(Character($0)) }
    case 0x20...0x7E: return Unicode.Scalar(scalar).map { .character(Character($0)) }
    default: break
    }
    guard let scalar = Unicode.Scalar(scalar) else { return nil }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator, .nonspacingMark, .enclosingMark:
      return nil
    default:
      return .character(Character(scalar))
    }
  }
}
