import Dashboard
import Moderation
import Testing

@Suite struct ShockTests {
  @Test func enterAsksFirstAndBeginsTheSelectedShockWhenPressedOnceMore() {
    let screen = Screen([.showEvents, .down])
    #expect(screen.state.isEnabled(.open, snapshot: screen.snapshot))
    #expect(screen.text.contains("Enter Begin"))
    var state = screen.state
    #expect(state.receive(.enter, snapshot: screen.snapshot) == [])
    #expect(state.prompt?.text == "shock reupload_surge")
    #expect(
      state.receive(.enter, snapshot: screen.snapshot) == [.session(.intervene(.shock(1)))])
    #expect(state.prompt == nil)
  }

  @Test func shocksOfOneKindHaveNamesOfTheirOwn() {
    let facts = Regime.facts()
    #expect(
      facts.shockNames == ["bulk_error", "reupload_surge", "absence", "new_law"])
    let twice = ScenarioFacts(
      name: "", title: "", about: "", sources: [], clock: facts.clock, opensAt: 0,
      publishedFigures: [], signatories: [], policies: facts.policies, queues: [], teams: [],
      views: facts.views, shocks: [facts.shocks[2], facts.shocks[0], facts.shocks[2]])
    #expect(twice.shockNames == ["absence", "bulk_error", "absence-2"])
    var state = Screen(Projection(facts: twice)).state
    let snapshot = Screen(Projection(facts: twice)).snapshot
    for key in ":shock absence-2" { _ = state.receive(.character(key), snapshot: snapshot) }
    #expect(state.receive(.enter, snapshot: snapshot) == [.session(.intervene(.shock(2)))])
  }

  @Test func aLawThatAShockBroughtIsInForce() {
    var projection = Regime.shared
    projection.apply(Event(time: projection.now, fact: .intervened(.shock(3))))
    projection.apply(Event(time: projection.now, fact: .shockEnded(3)))
    var screen = Screen(projection)
    screen.apply([.showEvents])
    #expect(screen.text.contains("in force since 12 Apr 2016 09:41"))
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
