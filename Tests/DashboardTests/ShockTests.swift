import Dashboard
import Moderation
import Testing

@Suite struct ShockTests {
  @Test func enterBeginsTheSelectedShock() {
    let screen = Screen([.showEvents, .down, .open])
    #expect(screen.effects == [.session(.intervene(.shock(1)))])
    #expect(screen.state.isEnabled(.open, snapshot: screen.snapshot))
    #expect(screen.text.contains("Enter Begin"))
  }

  @Test func anActiveShockCannotBegin() {
    let screen = Screen([.showEvents, .down, .down, .open])
    #expect(screen.effects == [])
    #expect(!screen.state.isEnabled(.open, snapshot: screen.snapshot))
    #expect(screen.text.contains("cannot begin: it is active"))
    #expect(!screen.text.contains("Enter Begin"))
  }

  @Test func aSourceThatCannotBeChangedSaysSo() {
    var screen = Screen(Regime.shared, refusal: "a recording cannot be changed")
    screen.apply([.showEvents, .open])
    #expect(screen.effects == [])
    #expect(screen.text.contains("cannot begin: a recording cannot be changed"))
  }

  @Test func aMilestoneOrAnInterventionBeginsNothing() {
    #expect(Screen([.showEvents, .bottom, .open]).effects == [])
    #expect(Screen([.showEvents, .bottom, .up, .up, .up, .up, .up, .open]).effects == [])
  }

  @Test func theStateOfEachShockIsShown() {
    let text = Screen([.showEvents]).text
    for state in [
      "over; it began 11 Apr 2016 00:00", "scheduled for 15 Apr 2016 00:00",
      "active since 12 Apr 2016 08:00, until 13 Apr 08:00", "on demand",
    ] {
      #expect(text.contains(state), "\(state)")
    }
  }
}
