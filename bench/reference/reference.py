"""The reference problem in SimPy.

759 days of 6 working hours. At the start of each day a Poisson(60) batch of referrals. Team A and, for 35 in 100
cases, team B after it: each case waits for one worker, first come first served, and keeps that worker for a
lognormal effort of 8 hours (A) and 22 hours (B) on average, sd of the logarithm 0.6. Everything starts empty.

    python3 reference.py WORKERS_A WORKERS_B REPLICATIONS SEED

Prints one JSON object: the names of the figures, a row of them for each replication, and the seconds of processor
time each replication took, imports excluded. Waits are those of cases that found a worker; whoever still waits when
the run ends is in the queues.
"""

import json
import math
import random
import sys
import time
from bisect import bisect

import simpy

DAYS = 759
HOURS_PER_DAY = 6.0
REFERRALS_PER_DAY = 60
GOES_ON = 0.35
LOG_SD = 0.6
LOG_MEAN_A = math.log(8) - 0.18
LOG_MEAN_B = math.log(22) - 0.18
LIMIT_A = 2
LIMIT_B = 6

FIGURES = ["waitA", "waitB", "inTimeA", "inTimeB", "queueA", "queueB", "completedA", "completedB"]


def poisson_table(mean):
    """Cumulative probabilities of 0, 1, 2, ... so that a batch is one look-up."""
    table, probability, total = [], math.exp(-mean), 0.0
    for k in range(int(mean + 20 * math.sqrt(mean))):
        total += probability
        table.append(total)
        probability *= mean / (k + 1)
    return table


BATCH = poisson_table(REFERRALS_PER_DAY)


class Team:
    """Workers and what is counted about them."""

    def __init__(self, env, workers, log_mean, limit):
        self.workers = simpy.Resource(env, capacity=workers)
        self.log_mean = log_mean
        self.limit = limit
        self.allocated = 0
        self.waited = 0.0
        self.completed = 0
        self.in_time = 0


def serve(env, team, rng):
    """One case at one team, from joining its queue to the end of the work."""
    joined = env.now
    with team.workers.request() as request:
        yield request
        team.allocated += 1
        team.waited += env.now - joined
        yield env.timeout(rng.lognormvariate(team.log_mean, LOG_SD))
    team.completed += 1
    if env.now // HOURS_PER_DAY - joined // HOURS_PER_DAY <= team.limit:
        team.in_time += 1


def case(env, a, b, rng):
    yield from serve(env, a, rng)
    if rng.random() < GOES_ON:
        yield from serve(env, b, rng)


def referrals(env, a, b, rng):
    for _ in range(DAYS):
        for _ in range(bisect(BATCH, rng.random())):
            env.process(case(env, a, b, rng))
        yield env.timeout(HOURS_PER_DAY)


def replicate(workers_a, workers_b, seed):
    rng = random.Random(seed)
    env = simpy.Environment()
    a = Team(env, workers_a, LOG_MEAN_A, LIMIT_A)
    b = Team(env, workers_b, LOG_MEAN_B, LIMIT_B)
    env.process(referrals(env, a, b, rng))
    env.run(until=DAYS * HOURS_PER_DAY)
    return [
        a.waited / a.allocated,
        b.waited / b.allocated,
        a.in_time / a.completed,
        b.in_time / b.completed,
        len(a.workers.queue),
        len(b.workers.queue),
        a.completed,
        b.completed,
    ]


def main():
    workers_a, workers_b, replications, seed = map(int, sys.argv[1:5])
    rows, seconds = [], []
    for r in range(replications):
        began = time.process_time()
        rows.append(replicate(workers_a, workers_b, f"{seed} {r}"))
        seconds.append(time.process_time() - began)
    json.dump({"figures": FIGURES, "rows": rows, "seconds": seconds}, sys.stdout)


main()
