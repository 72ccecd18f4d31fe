/// Which calendar slot stands for what in a network.
///
/// In this order: the next arrival of each source, the next shift of each station, the
/// next observation, the end of service of each server, the timer of each customer (its
/// patience, or its time outside).
struct SlotMap {
  enum Meaning {
    case arrival(source: Int)
    case shift(station: Int)
    case observation
    case serviceEnd(station: Int, server: Int)
    case timer(job: UInt32)
  }

  private let sources: UInt32
  private let observation: UInt32
  private let firstServer: UInt32
  private let firstTimer: UInt32
  /// The first server slot of each station.
  private let serverSlots: [UInt32]
  /// The station of each server slot, counted from the first one.
  private let stationOfServer: [Int32]

  init(_ network: QueueNetwork) {
    sources = UInt32(network.sources.count)
    observation = sources + UInt32(network.stations.count)
    firstServer = observation + 1
    var slot = firstServer
    var (slots, owners) = ([UInt32](), [Int32]())
    for (index, plan) in network.stations.enumerated() {
      slots.append(slot)
      owners += [Int32](repeating: Int32(index), count: plan.maximumServers)
      slot += UInt32(plan.maximumServers)
    }
    (serverSlots, stationOfServer, firstTimer) = (slots, owners, slot)
  }

  func arrival(_ source: Int) -> UInt32 { UInt32(source) }
  func shift(_ station: Int) -> UInt32 { sources + UInt32(station) }
  var observing: UInt32 { observation }
  func serviceEnd(_ station: Int, _ server: Int) -> UInt32 {
    serverSlots[station] + UInt32(truncatingIfNeeded: server)
  }
  func timer(_ job: UInt32) -> UInt32 { firstTimer + job }

  func meaning(_ slot: UInt32) -> Meaning {
    if slot >= firstTimer { return .timer(job: slot - firstTimer) }
    if slot >= firstServer {
      let station = Int(stationOfServer[Int(slot - firstServer)])
      return .serviceEnd(station: station, server: Int(slot - serverSlots[station]))
    }
    if slot < sources { return .arrival(source: Int(slot)) }
    if slot < observation { return .shift(station: Int(slot - sources)) }
    return .observation
  }
}
