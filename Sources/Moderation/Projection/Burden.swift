/// What errors and exposure come to: amounts that add up over cells.
package struct Burden: Equatable, Sendable {
  private var amounts: SIMD8<Double>

  package init() { amounts = SIMD8() }

  init(
    violatingViews: Double, lawfulViews: Double, lawfulViewsLost: Double, itemHoursDown: Double,
    exposureBeforeAction: Double, wrongfulRemovalCost: Double, missCost: Double
  ) {
    amounts = [
      violatingViews, lawfulViews, lawfulViewsLost, itemHoursDown, exposureBeforeAction,
      wrongfulRemovalCost, missCost, 0,
    ]
  }

  /// Views of violating subjects while they were visible.
  package var violatingViews: Double { amounts[0] }
  /// Views of lawful subjects while they were visible, the unnoticed ones among them.
  package var lawfulViews: Double { amounts[1] }
  /// Views that lawful subjects would have had while they were removed.
  package var lawfulViewsLost: Double { amounts[2] }
  /// Hours for which lawful subjects were removed, over all of them.
  package var itemHoursDown: Double { amounts[3] }
  /// Views of violating subjects before the action on them, of those acted upon.
  package var exposureBeforeAction: Double { amounts[4] }
  /// In units of the scenario's own, as the next.
  package var wrongfulRemovalCost: Double { amounts[5] }
  /// The cost of what is missed now.
  package var missCost: Double { amounts[6] }

  package var allViews: Double { violatingViews + lawfulViews }
  package var errorCost: Double { wrongfulRemovalCost + missCost }

  package static func += (left: inout Burden, right: Burden) { left.amounts += right.amounts }

  package static func + (left: Burden, right: Burden) -> Burden {
    var sum = left
    sum += right
    return sum
  }
}
