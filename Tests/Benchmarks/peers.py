#!/usr/bin/env python3
"""The benchmark models in SimPy, Ciw and salabim: peers.py ENGINE MODEL CUSTOMERS SEED.

ENGINE is simpy (a process for each server, the faster style), simpy-process (a process for
each customer), ciw or salabim. Prints one JSON line; an event is an external arrival or a
service completion.
"""
import json
import random
import sys
import time

STATIONS, SERVERS, RATE = 25, 4, 1.7
SHARES = (0.2, 0.3, 0.5)


class Tally:
    """What a model counts."""

    def __init__(self):
        self.events = self.waits = 0
        self.waited = 0.0

    def wait(self, duration):
        self.waits += 1
        self.waited += duration


def draw_class():
    u = random.random()
    return 0 if u < SHARES[0] else 1 if u < SHARES[0] + SHARES[1] else 2


def simpy_servers(servers, rate, customers, tally):
    import simpy
    env = simpy.Environment()
    line = simpy.Store(env)
    expo = random.expovariate

    def source():
        for _ in range(customers):
            yield env.timeout(expo(rate))
            tally.events += 1
            line.put(env.now)

    def server():
        while True:
            since = yield line.get()
            tally.wait(env.now - since)
            yield env.timeout(expo(1.0))
            tally.events += 1

    env.process(source())
    for _ in range(servers):
        env.process(server())
    return env.run


def simpy_customers(servers, rate, customers, tally):
    import simpy
    env = simpy.Environment()
    desk = simpy.Resource(env, servers)
    expo = random.expovariate

    def customer():
        since = env.now
        with desk.request() as turn:
            yield turn
            tally.wait(env.now - since)
            yield env.timeout(expo(1.0))
            tally.events += 1

    def source():
        for _ in range(customers):
            yield env.timeout(expo(rate))
            tally.events += 1
            env.process(customer())

    env.process(source())
    return env.run


def simpy_network(customers, tally):
    import simpy
    env = simpy.Environment()
    desks = [simpy.PriorityResource(env, SERVERS) for _ in range(STATIONS)]
    expo = random.expovariate

    def customer(station):
        priority = draw_class()
        while True:
            since = env.now
            with desks[station].request(priority=priority) as turn:
                yield turn
                tally.wait(env.now - since)
                yield env.timeout(expo(1.0))
                tally.events += 1
            if random.random() < 0.5:
                return
            station = int(random.random() * STATIONS)

    def source(station):
        for _ in range(customers // STATIONS):
            yield env.timeout(expo(RATE))
            tally.events += 1
            env.process(customer(station))

    for station in range(STATIONS):
        env.process(source(station))
    return env.run


def ciw_model(model, customers, seed, tally):
    import ciw
    ciw.seed(seed)
    expo = ciw.dists.Exponential
    if model == "net25":
        names = ["a", "b", "c"]
        move = [[0.5 / STATIONS] * STATIONS for _ in range(STATIONS)]
        network = ciw.create_network(
            arrival_distributions={name: [expo(RATE * share)] * STATIONS
                                   for name, share in zip(names, SHARES)},
            service_distributions={name: [expo(1.0)] * STATIONS for name in names},
            routing={name: move for name in names}, number_of_servers=[SERVERS] * STATIONS,
            priority_classes={name: place for place, name in enumerate(names)})
        rate = RATE * STATIONS
    else:
        servers = 1 if model == "mm1" else 10
        rate = 0.9 * servers
        network = ciw.create_network(
            arrival_distributions=[expo(rate)], service_distributions=[expo(1.0)],
            number_of_servers=[servers])
    simulation = ciw.Simulation(network)

    def run():
        simulation.simulate_until_max_time(customers / rate)
        records = simulation.get_all_records()
        tally.events = customers + len(records)
        for record in records:
            tally.wait(record.waiting_time)

    return run


def salabim_model(model, customers, seed, tally):
    import salabim
    salabim.yieldless(False)
    env = salabim.Environment(trace=False, random_seed=seed)
    expo = random.expovariate
    if model == "net25":
        desks = [salabim.Resource(f"desk{place}", capacity=SERVERS) for place in range(STATIONS)]
    else:
        servers = 1 if model == "mm1" else 10
        desks = [salabim.Resource("desk", capacity=servers)]
    for desk in desks:
        for queue in (desk.requesters(), desk.claimers()):
            queue.length.monitor(False)
            queue.length_of_stay.monitor(False)
        for level in (desk.capacity, desk.available_quantity, desk.claimed_quantity,
                      desk.occupancy):
            level.monitor(False)

    class Customer(salabim.Component):
        def setup(self, station):
            self.station = station
            self.mode.monitor(False)
            self.status.monitor(False)

        def process(self):
            priority = draw_class() if model == "net25" else 0
            while True:
                since = env.now()
                yield self.request((desks[self.station], 1, priority))
                tally.wait(env.now() - since)
                yield self.hold(expo(1.0))
                tally.events += 1
                self.release(desks[self.station])
                if model != "net25" or random.random() < 0.5:
                    return
                self.station = int(random.random() * STATIONS)

    class Source(salabim.Component):
        def setup(self, station):
            self.station = station

        def process(self):
            rate = RATE if model == "net25" else 0.9 * servers
            for _ in range(customers // len(desks)):
                yield self.hold(expo(rate))
                tally.events += 1
                Customer(station=self.station)

    for station in range(len(desks)):
        Source(station=station)
    return env.run


def peak_kilobytes():
    """This process's greatest memory; rusage would count the parent's before exec."""
    with open("/proc/self/status", encoding="ascii") as status:
        return next((int(line.split()[1]) for line in status if line.startswith("VmHWM")), 0)


def prepare(engine, model, customers, seed, tally):
    if engine == "ciw":
        return ciw_model(model, customers, seed, tally)
    if engine == "salabim":
        return salabim_model(model, customers, seed, tally)
    if model == "net25":
        return simpy_network(customers, tally)
    servers = 1 if model == "mm1" else 10
    make = simpy_servers if engine == "simpy" else simpy_customers
    return make(servers, 0.9 * servers, customers, tally)


def main():
    engine, model = sys.argv[1:3]
    customers, seed = int(sys.argv[3]), int(sys.argv[4])
    random.seed(seed)
    tally = Tally()
    run = prepare(engine, model, customers, seed, tally)
    start = time.perf_counter()
    run()
    seconds = time.perf_counter() - start
    print(json.dumps({
        "engine": engine, "model": model, "n": customers, "events": tally.events, "sec": seconds,
        "ns_per_event": seconds * 1e9 / tally.events, "metric": tally.waited / tally.waits,
        "rss_kb": peak_kilobytes()}))


if __name__ == "__main__":
    main()
