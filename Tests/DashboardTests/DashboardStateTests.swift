import Dashboard
import Moderation
import Testing

@Suite struct DashboardStateTests {
  private func state(after commands: [Command]) throws -> (DashboardState, Effect?) {
    var state = DashboardState(size: Size(columns: 80, rows: 24))
    let snapshot = try Pledge.snapshot()
    var effect: Effect?
    for command in commands { effect = state.apply(command, snapshot: snapshot) }
    return (state, effect)
  }

  @Test func movingStopsAtTheEnds() throws {
    #expect(try state(after: [.up, .pageUp]).0.selectedSignatory == 0)
    #expect(try state(after: [.bottom, .down, .down]).0.selectedSignatory == 24)
    #expect(try state(after: [.bottom, .top]).0.selectedSignatory == 0)
    #expect(try state(after: [.nextPanel, .down, .down]).0.selectedQueue == .accounts)
  }

  @Test func theSelectionStaysWithItsSignatoryWhenTheOrderChanges() throws {
    let (state, _) = try state(after: [.down, .down, .down, .right, .reverseOrder])
    #expect(state.selectedSignatory == 3)
    #expect(state.order.column == .removed)
    #expect(!state.order.isDescending)
  }

  @Test func sortingByRemovalsPutsTheGreatestFirst() throws {
    let (state, _) = try state(after: [.right])
    let snapshot = try Pledge.snapshot()
    let removed = state.order.places(in: snapshot).map { snapshot.signatories[$0].tally.removed }
    #expect(removed == removed.sorted(by: >))
  }

  @Test func openingASignatoryAsksTheSessionToLookIntoIt() throws {
    let (state, effect) = try state(after: [.down, .open])
    #expect(state.view == .signatory(1))
    #expect(effect == .session(.focus(signatory: 1)))
    #expect(try self.state(after: [.down, .open, .down]).1 == .session(.focus(signatory: 2)))
    let (closed, back) = try self.state(after: [.down, .open, .close])
    #expect(closed.view == .overview)
    #expect(back == .session(.focus(signatory: nil)))
  }

  @Test func escapeClosesHelpBeforeAnythingElse() throws {
    let (state, _) = try state(after: [.showQueues, .help, .close])
    #expect(!state.isHelpOpen)
    #expect(state.view == .queues)
  }

  @Test func helpScrollsToItsEndAndNoFurther() throws {
    let (end, _) = try state(after: [.help, .bottom])
    #expect(end.helpScroll > 0)
    #expect(try state(after: [.help, .bottom, .down, .pageDown]).0.helpScroll == end.helpScroll)
    #expect(try state(after: [.help, .bottom, .top, .up]).0.helpScroll == 0)
  }

  @Test func sessionCommandsGoToTheSession() throws {
    #expect(try state(after: [.togglePause]).1 == .session(.togglePause))
    #expect(try state(after: [.faster]).1 == .session(.faster))
    #expect(try state(after: [.slower]).1 == .session(.slower))
    #expect(try state(after: [.quit]).1 == .quit)
  }

  @Test func everyCommandHasExactlyOneBinding() {
    for command in Command.allCases {
      #expect(Binding.all.count { $0.command == command } == 1, "\(command)")
    }
    let keys = Binding.all.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
  }
}
