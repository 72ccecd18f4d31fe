import Dashboard
import Moderation
import Testing

@Suite struct DashboardStateTests {
  @Test func movingStopsAtTheEnds() {
    #expect(Screen([.up, .pageUp]).state.selectedSignatory == 0)
    #expect(Screen([.bottom, .down, .down]).state.selectedSignatory == 11)
    #expect(Screen([.bottom, .top]).state.selectedSignatory == 0)
    #expect(Screen([.nextPanel, .down, .down]).state.selectedQueue == 2)
    let last = Screen([.showEvents, .bottom]).state.selectedEvent
    #expect(last > 11 && Screen([.showEvents, .bottom, .down]).state.selectedEvent == last)
  }

  @Test func theSelectionStaysWithItsSignatoryWhenTheOrderChanges() {
    let state = Screen([.down, .down, .down, .right, .reverseOrder]).state
    #expect(state.selectedSignatory == 3)
    #expect(state.order.column == .removed)
    #expect(!state.order.isDescending)
  }

  @Test func sortingByRemovalsPutsTheGreatestFirst() {
    let screen = Screen([.right])
    let removed = screen.state.order.places(in: screen.snapshot).map {
      screen.snapshot.signatories[$0].tally.removed
    }
    #expect(removed == removed.sorted(by: >))
  }

  @Test func openingASignatoryAsksTheSessionToLookIntoIt() {
    let screen = Screen([.down, .open])
    #expect(screen.state.openSignatory == 1)
    #expect(screen.effects == [.session(.focus(signatory: 1))])
    #expect(Screen([.down, .open, .right]).effects == [.session(.focus(signatory: 2))])
    let closed = Screen([.down, .open, .close])
    #expect(closed.state.openSignatory == nil)
    #expect(closed.effects == [.session(.focus(signatory: nil))])
  }

  @Test func escapeGoesBackToWhereOneCameFrom() {
    #expect(Screen([.showSignatories, .open, .close]).state.page == .signatories)
    #expect(Screen([.open, .close]).state.page == .overview)
    let help = Screen([.showQueues, .help, .close])
    #expect(!help.state.isHelpOpen)
    #expect(help.state.page == .queues)
    #expect(Screen([.nextPanel, .open, .close]).state.panel == .queues)
  }

  @Test func pagesTurnInACircle() {
    #expect(Screen([.previousPage]).state.page == .denominators)
    #expect(Screen([.previousPage, .nextPage]).state.page == .overview)
    for (command, page) in zip(Command.pages, Page.allCases) {
      #expect(Screen([command]).state.page == page)
    }
  }

  @Test func theErrorsPageAsksForTheChosenScope() {
    #expect(Screen([.showErrors]).effects == [.session(.examine(.all))])
    #expect(Screen([.showErrors, .right]).effects == [.session(.examine(Scope(policy: 0)))])
    #expect(Screen([.showErrors, .left]).effects == [])
    var screen = Screen([.down, .down, .showErrors])
    screen.apply(Array(repeating: .right, count: 20))
    #expect(screen.snapshot.part?.scope == Scope(signatory: 2))
    #expect(screen.text.contains("Tencent"))
    screen.apply([.showQueues])
    #expect(screen.effects == [.session(.examine(nil))])
  }

  @Test func theWorldsAreLookedForOnce() {
    var screen = Screen([.showDenominators])
    #expect(screen.effects.contains(.findWorlds))
    screen.show(Regime.worlds(1))
    screen.apply([.showOverview, .showDenominators])
    #expect(!screen.effects.contains(.findWorlds))
  }

  @Test func aPageScrollsToItsEndAndNoFurther() {
    for page in [Command.showErrors, .showAuthority] {
      let end = Screen([page, .bottom])
      #expect(end.state.scroll > 0)
      #expect(Screen([page, .bottom, .down, .pageDown]).state.scroll == end.state.scroll)
      #expect(Screen([page, .bottom, .top, .up]).state.scroll == 0)
    }
    let help = Screen([.help, .bottom]).state.helpScroll
    #expect(help > 0)
    #expect(Screen([.help, .bottom, .down, .pageDown]).state.helpScroll == help)
    #expect(Screen([.help, .bottom, .top, .up]).state.helpScroll == 0)
  }

  @Test func sessionCommandsGoToTheSession() {
    #expect(Screen([.togglePause]).effects == [.session(.togglePause)])
    #expect(Screen([.faster]).effects == [.session(.faster)])
    #expect(Screen([.slower]).effects == [.session(.slower)])
    #expect(Screen([.quit]).effects == [.quit])
  }
}
