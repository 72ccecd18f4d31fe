/// What a user means by a key.
package enum Command: String, CaseIterable, Sendable {
  case up, down, pageUp, pageDown, top, bottom
  case left, right
  case nextPanel, previousPanel
  case nextPage, previousPage
  case open, close
  case showOverview, showQueues, showSignatories, showErrors, showAuthority, showWorkforce
  case showEvents, showDenominators
  case reverseOrder
  case togglePause, faster, slower
  /// Write a command, a filter of events or the note of a marker.
  case writeCommand, writeFilter, writeMarker
  // Move in time; a live session looks into its own recording then.
  case eventBack, eventForth, minuteBack, minuteForth, hourBack, hourForth, dayBack, dayForth
  case previousMarker, nextMarker, previousMatch, nextMatch
  case reversePlay, loop, goLive, fork
  case help
  case quit
}
