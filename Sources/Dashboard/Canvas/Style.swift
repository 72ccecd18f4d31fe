/// What a cell means, not how it looks.
///
/// A terminal maps each style to attributes and colours in one table per colour
/// depth; nothing else in the program knows a colour.
package enum Style: UInt8, CaseIterable, Sendable {
  /// Ordinary text.
  case normal
  /// The program's name and the headings of overlays.
  case title
  /// The badge that says SIMULATION, RECORDING or IMPORTED DATA.
  case source
  /// The line and words that open a panel.
  case heading
  /// As `heading`, of the panel that has the keyboard.
  case headingFocused
  /// Labels, units, anything that may recede.
  case muted
  /// A figure that the panel is about.
  case value
  /// A figure stated by a source, as against a simulated one.
  case published
  /// Graphs and bars.
  case graph
  /// The part of a graph or a bar that stands for errors.
  case graphError
  /// The unfilled part of a bar.
  case graphRest
  /// A state that is as it should be.
  case good
  /// A state that deserves a look.
  case warning
  /// A state that is wrong: errors made, deadlines missed.
  case alarm
  /// The row under the cursor in the panel that has the keyboard.
  case selected
  /// The row under the cursor in another panel.
  case selectedUnfocused
  /// What deserves a look, or is wrong, in the row under the cursor.
  case selectedWarning
  /// A key in the hint bar or in help.
  case key
  /// What a key does, in the hint bar.
  case hint
  /// PAUSED and other states of the session.
  case state
}
