import Dispatch
import Synchronization

/// Runs a piece of work for each of `count` indices on all cores.
///
/// The results are in the order of the indices, whatever the order of the work.
func parallelMap<Value: Sendable>(
  count: Int, _ work: @Sendable (Int) -> Value
) -> [Value] {
  let results = Mutex<[Value?]>(Array(repeating: nil, count: count))
  DispatchQueue.concurrentPerform(iterations: count) { index in
    let value = work(index)
    results.withLock { $0[index] = value }
  }
  return results.withLock { $0.compactMap { $0 } }
}
