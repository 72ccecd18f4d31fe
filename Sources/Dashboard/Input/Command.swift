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
  case help
  case quit
}
