// How fast the benchmark models can be on this machine.
//
// One loop for each model with everything it does not need left out: no reuse, no
// limits, no errors. `modtop-bench` runs the same models on the library; the ratio of the
// two is the price of generality.
//
//   c++ -O2 -std=c++20 floor.cpp -o floor && ./floor MODEL CUSTOMERS SEED
//
// Prints one JSON line. An event is an external arrival or a service completion.

#include <bit>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <new>
#include <string>
#include <vector>

namespace {

using Word = std::uint64_t;
using Key = unsigned __int128;
using Id = std::uint32_t;

// xoshiro256++ and the exponential ziggurat of Marsaglia and Tsang.
class Random {
 public:
  explicit Random(Word seed) {
    for (Word& word : state_) {
      seed += 0x9E3779B97F4A7C15u;
      Word z = (seed ^ seed >> 30) * 0xBF58476D1CE4E5B9u;
      z = (z ^ z >> 27) * 0x94D049BB133111EBu;
      word = z ^ z >> 31;
    }
    const double start = 7.697117470131049720, area = (start + 1) * std::exp(-start);
    edge_[0] = area / std::exp(-start);
    edge_[1] = start;
    for (int i = 2; i < 256; ++i)
      edge_[i] = -std::log(area / edge_[i - 1] + std::exp(-edge_[i - 1]));
    edge_[256] = 0;
  }

  Word next() {
    const Word result = std::rotl(state_[0] + state_[3], 23) + state_[0];
    const Word shifted = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = std::rotl(state_[3], 45);
    return result;
  }

  double uniform() { return static_cast<double>(next() >> 11) * 0x1p-53; }

  double exponential() {
    const Word bits = next();
    const unsigned layer = bits & 255;
    const double x = static_cast<double>(bits >> 11) * 0x1p-53 * edge_[layer];
    if (x < edge_[layer + 1]) [[likely]] return x;
    return outside(layer, x);
  }

 private:
  [[gnu::noinline]] double outside(unsigned layer, double x) {
    while (true) {
      if (layer == 0) return edge_[1] - std::log(1 - uniform());
      const double low = std::exp(-edge_[layer]), high = std::exp(-edge_[layer + 1]);
      if (high + (low - high) * uniform() < std::exp(-x)) return x;
      const Word bits = next();
      layer = bits & 255;
      x = static_cast<double>(bits >> 11) * 0x1p-53 * edge_[layer];
      if (x < edge_[layer + 1]) return x;
    }
  }

  Word state_[4];
  double edge_[257];
};

Key makeKey(double time, Word sequence, Id slot) {
  // The bits of non-negative doubles are in the order of their values.
  return Key{std::bit_cast<Word>(time)} << 64 | sequence << 24 | slot;
}
double timeOf(Key key) { return std::bit_cast<double>(static_cast<Word>(key >> 64)); }
Id slotOf(Key key) { return static_cast<Id>(key) & 0xFFFFFF; }

// A 4-ary heap whose families of children are cache lines; unused places hold the
// greatest key. `Places` is told where each key goes.
template <class Places>
class Heap {
 public:
  Heap(std::size_t capacity, Places places)
      : places_(std::move(places)),
        block_(static_cast<Key*>(::operator new((capacity + 11) * sizeof(Key), std::align_val_t{64}))),
        heap_(block_ + 3) {
    for (std::size_t i = 0; i < capacity + 8; ++i) heap_[i] = ~Key{0};
  }
  ~Heap() { ::operator delete(block_, std::align_val_t{64}); }

  bool empty() const { return count_ == 0; }
  double time() const { return timeOf(heap_[0]); }
  Id slot() const { return slotOf(heap_[0]); }

  void push(double time, Id slot) { up(count_++, makeKey(time, sequence_++, slot)); }
  void replaceTop(double time, Id slot) { down(0, makeKey(time, sequence_++, slot)); }
  void pop() { removeAt(0); }
  void cancel(Id slot) { removeAt(places_[slot]); }

 private:
  void removeAt(std::size_t place) {
    const Key last = heap_[--count_];
    heap_[count_] = ~Key{0};
    if (place == count_) return;
    if (place > 0 && last < heap_[(place - 1) / 4]) up(place, last);
    else down(place, last);
  }
  void put(std::size_t place, Key key) {
    heap_[place] = key;
    places_.moved(slotOf(key), place);
  }
  void up(std::size_t hole, Key key) {
    while (hole > 0) {
      const std::size_t parent = (hole - 1) / 4;
      if (!(key < heap_[parent])) break;
      put(hole, heap_[parent]);
      hole = parent;
    }
    put(hole, key);
  }
  void down(std::size_t hole, Key key) {
    Key* const heap = heap_;
    Id at = static_cast<Id>(hole);
    const Id count = static_cast<Id>(count_);
    while (true) {
      const Id child = 4 * at + 1;
      if (child >= count) break;
      const Id left = heap[child + 1] < heap[child] ? child + 1 : child;
      const Id right = heap[child + 3] < heap[child + 2] ? child + 3 : child + 2;
      const Id least = heap[right] < heap[left] ? right : left;
      if (!(heap[least] < key)) break;
      put(at, heap[least]);
      at = least;
    }
    put(at, key);
  }

  [[no_unique_address]] Places places_;
  Key* block_;
  Key* heap_;
  std::size_t count_ = 0;
  Word sequence_ = 0;
};

struct NoPlaces {
  void moved(Id, std::size_t) {}
  std::size_t operator[](Id) const { return 0; }
};
struct Places {
  std::vector<std::uint32_t> of;
  void moved(Id slot, std::size_t place) { of[slot] = static_cast<std::uint32_t>(place); }
  std::size_t operator[](Id slot) const { return of[slot]; }
};
using Calendar = Heap<NoPlaces>;

// A first-in first-out queue in a ring.
class Ring {
 public:
  bool empty() const { return head_ == tail_; }
  std::size_t size() const { return tail_ - head_; }
  void push(double value) {
    if (size() > mask_) grow();
    values_[tail_++ & mask_] = value;
  }
  double pop() { return values_[head_++ & mask_]; }

 private:
  void grow() {
    std::vector<double> larger(2 * values_.size());
    const std::size_t count = size();
    for (std::size_t i = 0; i < count; ++i) larger[i] = values_[(head_ + i) & mask_];
    values_.swap(larger);
    head_ = 0;
    tail_ = count;
    mask_ = values_.size() - 1;
  }
  std::vector<double> values_ = std::vector<double>(64);
  std::size_t head_ = 0, tail_ = 0, mask_ = 63;
};

struct Outcome {
  Word events;
  double metric;
  double rest = 0;  // of all else that was computed, so that it is not left out
};

Outcome multiServer(Id servers, Word customers, Word seed) {
  Random random(seed);
  Calendar calendar(servers + 1, {});
  Ring line;
  const double interval = 1 / (0.9 * servers);
  std::vector<Id> idle;
  for (Id server = servers; server > 0; --server) idle.push_back(server);
  Id idleCount = servers;
  double waits = 0, area = 0, last = 0;
  Word left = customers - 1, events = 0;
  calendar.push(random.exponential() * interval, 0);
  while (!calendar.empty()) {
    const double now = calendar.time();
    const Id slot = calendar.slot();
    ++events;
    area += (now - last) * static_cast<double>(line.size());
    last = now;
    if (slot == 0) {
      if (left > 0) {
        --left;
        calendar.replaceTop(now + random.exponential() * interval, 0);
      } else {
        calendar.pop();
      }
      if (idleCount > 0) calendar.push(now + random.exponential(), idle[--idleCount]);
      else line.push(now);
    } else if (!line.empty()) {
      waits += now - line.pop();
      calendar.replaceTop(now + random.exponential(), slot);
    } else {
      idle[idleCount++] = slot;
      calendar.pop();
    }
  }
  return {events, waits / static_cast<double>(customers), area};
}

struct Level {
  double area = 0, last = 0;
  void change(double now, double level) {
    area += (now - last) * level;
    last = now;
  }
};
struct Waits {
  Word count = 0, inTime = 0;
  double mean = 0, squares = 0, greatest = 0;
  std::uint32_t buckets[2048] = {};
  void add(double wait) {
    ++count;
    const double difference = wait - mean;
    mean += difference / static_cast<double>(count);
    squares += difference * (wait - mean);
    greatest = wait > greatest ? wait : greatest;
    inTime += wait <= 1;
    // 32 buckets for each power of two, from the leading bits of the number.
    const Word bits = std::bit_cast<Word>(wait + 0x1p-20);
    ++buckets[((bits >> 47) - (Word{1003} << 5)) & 2047];
  }
};

constexpr Id stations = 25, servers = 4;
struct Station {
  Ring lines[3];
  Id idle[servers] = {}, idleCount = servers, waiting = 0;
  std::uint8_t serving[servers] = {};
  Level queue, busy;
};

template <bool Recorded>
Outcome network(Word customers, Word seed) {
  Random random(seed);
  Calendar calendar(stations * (servers + 1), {});
  std::vector<Station> network(stations);
  std::vector<Waits> waits(3);
  double total = 0;
  Word visits = 0, events = 0, left = customers - stations;
  for (Id s = 0; s < stations; ++s) {
    for (Id i = 0; i < servers; ++i) network[s].idle[i] = stations + s * servers + i;
    calendar.push(random.exponential() / 1.7, s);
  }
  const auto enter = [&](Id s, unsigned priority, double now) {
    Station& station = network[s];
    ++visits;
    if (station.idleCount > 0) {
      if constexpr (Recorded) {
        station.busy.change(now, servers - station.idleCount);
        waits[priority].add(0);
      }
      const Id slot = station.idle[--station.idleCount];
      station.serving[(slot - stations) % servers] = static_cast<std::uint8_t>(priority);
      calendar.push(now + random.exponential(), slot);
    } else {
      if constexpr (Recorded) station.queue.change(now, station.waiting++);
      station.lines[priority].push(now);
    }
  };
  while (!calendar.empty()) {
    const double now = calendar.time();
    const Id slot = calendar.slot();
    ++events;
    if (slot < stations) {
      if (left > 0) {
        --left;
        calendar.replaceTop(now + random.exponential() / 1.7, slot);
      } else {
        calendar.pop();
      }
      const Id word = static_cast<Id>(random.next() >> 32);
      enter(slot, word < 858993459u ? 0 : word < 2147483648u ? 1 : 2, now);
      continue;
    }
    const Id s = (slot - stations) / servers, server = (slot - stations) % servers;
    Station& station = network[s];
    const unsigned done = station.serving[server];
    const unsigned next =
        !station.lines[0].empty() ? 0 : !station.lines[1].empty() ? 1 : !station.lines[2].empty() ? 2 : 3;
    if (next < 3) {
      const double wait = now - station.lines[next].pop();
      total += wait;
      if constexpr (Recorded) {
        station.queue.change(now, station.waiting--);
        waits[next].add(wait);
      }
      station.serving[server] = static_cast<std::uint8_t>(next);
      calendar.replaceTop(now + random.exponential(), slot);
    } else {
      if constexpr (Recorded) station.busy.change(now, servers - station.idleCount);
      station.idle[station.idleCount++] = slot;
      calendar.pop();
    }
    const Word word = random.next();
    if (word >> 63) enter(static_cast<Id>(((word & 0xFFFFFFFF) * stations) >> 32), done, now);
  }
  double rest = 0;
  for (const Station& station : network) rest += station.queue.area + station.busy.area;
  for (const Waits& seen : waits)
    rest += seen.squares + seen.greatest + static_cast<double>(seen.inTime) + seen.buckets[700];
  return {events, total / static_cast<double>(visits), rest};
}

Outcome impatient(Word customers, Word seed) {
  constexpr Id desks = 10, limit = 4096;
  struct Customer {
    double since;
    Id before, after;  // in the line; 0 for none
  };
  Random random(seed);
  Heap<Places> calendar(limit, Places{std::vector<std::uint32_t>(limit)});
  std::vector<Customer> waiting(limit);
  std::vector<Id> idle, unused;
  for (Id slot = desks; slot > 0; --slot) idle.push_back(slot);
  for (Id slot = limit - 1; slot > desks; --slot) unused.push_back(slot);
  Id first = 0, last = 0;
  double waits = 0;
  Word events = 0, abandoned = 0, left = customers - 1;
  const auto takeOut = [&](Id slot) {
    const Customer customer = waiting[slot];
    (customer.before ? waiting[customer.before].after : first) = customer.after;
    (customer.after ? waiting[customer.after].before : last) = customer.before;
    unused.push_back(slot);
  };
  calendar.push(random.exponential() / 11, 0);
  while (!calendar.empty()) {
    const double now = calendar.time();
    const Id slot = calendar.slot();
    ++events;
    if (slot == 0) {
      if (left > 0) {
        --left;
        calendar.replaceTop(now + random.exponential() / 11, 0);
      } else {
        calendar.pop();
      }
      if (!idle.empty()) {
        calendar.push(now + random.exponential(), idle.back());
        idle.pop_back();
      } else {
        const Id own = unused.back();
        unused.pop_back();
        waiting[own] = {now, last, 0};
        (last ? waiting[last].after : first) = own;
        last = own;
        calendar.push(now + random.exponential() / 0.5, own);
      }
    } else if (slot <= desks) {
      if (first) {
        const Id next = first;
        waits += now - waiting[next].since;
        takeOut(next);
        calendar.replaceTop(now + random.exponential(), slot);
        calendar.cancel(next);
      } else {
        idle.push_back(slot);
        calendar.pop();
      }
    } else {
      ++abandoned;
      waits += now - waiting[slot].since;
      takeOut(slot);
      calendar.pop();
    }
  }
  return {events, static_cast<double>(abandoned) / static_cast<double>(customers), waits};
}

Outcome hold(Id pending, Word events, Word seed) {
  Random random(seed);
  Calendar calendar(pending, {});
  for (Id slot = 0; slot < pending; ++slot) calendar.push(random.exponential(), slot);
  for (Word i = 0; i < events; ++i)
    calendar.replaceTop(calendar.time() + random.exponential(), calendar.slot());
  return {events, calendar.time()};
}

// Not from getrusage, which counts the parent's memory before exec as well.
long peakKilobytes() {
  long peak = 0;
  if (std::FILE* file = std::fopen("/proc/self/status", "r")) {
    char line[256];
    while (std::fgets(line, sizeof line, file))
      if (std::sscanf(line, "VmHWM: %ld", &peak) == 1) break;
    std::fclose(file);
  }
  return peak;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fprintf(stderr, "usage: floor mm1|mmc10|net25|net25s|mmcm|hold<K> CUSTOMERS SEED\n");
    return 64;
  }
  const std::string model = argv[1];
  const Word customers = std::strtoull(argv[2], nullptr, 10);
  const Word seed = std::strtoull(argv[3], nullptr, 10);
  const auto start = std::chrono::steady_clock::now();
  Outcome outcome{};
  if (model == "mm1") outcome = multiServer(1, customers, seed);
  else if (model == "mmc10") outcome = multiServer(10, customers, seed);
  else if (model == "net25") outcome = network<false>(customers, seed);
  else if (model == "net25s") outcome = network<true>(customers, seed);
  else if (model == "mmcm") outcome = impatient(customers, seed);
  else if (model.starts_with("hold")) outcome = hold(static_cast<Id>(std::atoi(model.c_str() + 4)), customers, seed);
  else return 64;
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  std::printf(
      "{\"engine\":\"floor\",\"model\":\"%s\",\"n\":%llu,\"events\":%llu,\"sec\":%.6f,"
      "\"ns_per_event\":%.3f,\"metric\":%.9g,\"rest\":%.9g,\"rss_kb\":%ld}\n",
      model.c_str(), static_cast<unsigned long long>(customers),
      static_cast<unsigned long long>(outcome.events), seconds,
      seconds * 1e9 / static_cast<double>(outcome.events), outcome.metric, outcome.rest,
      peakKilobytes());
}
