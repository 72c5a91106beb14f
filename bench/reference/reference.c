/*
 * The reference problem in plain C: event-driven, a binary heap, the exp, log, sin and cos of libm.
 *
 * 759 days of 6 working hours. At the start of each day a Poisson(60) batch of referrals. Team A and, for 35 in 100
 * cases, team B after it: each case waits for one worker, first come first served, and keeps that worker for a
 * lognormal effort of 8 hours (A) and 22 hours (B) on average, sd of the logarithm 0.6. Everything starts empty.
 *
 *     cc -O3 -o reference reference.c -lm && ./reference WORKERS_A WORKERS_B REPLICATIONS SEED
 *
 * Prints one JSON object: the names of the figures, a row of them for each replication, and the seconds of processor
 * time each replication took.
 */
#define _POSIX_C_SOURCE 200809L
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { DAYS = 759, FIGURES = 8, A = 0, B = 1, DAY_BEGINS = 2 };

static const double HOURS_PER_DAY = 6.0;
static const double REFERRALS_PER_DAY = 60.0;
static const double GOES_ON = 0.35;
static const double LOG_SD = 0.6;
static const double TWO_PI = 6.283185307179586;
static const char *const NAMES = "\"waitA\",\"waitB\",\"inTimeA\",\"inTimeB\",\"queueA\",\"queueB\",\"completedA\",\"completedB\"";

/* Random numbers: xoshiro256++, its state filled by splitmix64. */

static uint64_t state[4];
static double spare;
static int has_spare;

static uint64_t splitmix64(uint64_t *x) {
  uint64_t z = (*x += 0x9e3779b97f4a7c15u);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

static void seed_with(uint64_t seed, uint64_t replication) {
  uint64_t x = seed;
  x = splitmix64(&x) + replication;
  for (int i = 0; i < 4; i++) state[i] = splitmix64(&x);
  has_spare = 0;
}

static inline uint64_t rotl(uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }

static inline uint64_t next(void) {
  const uint64_t result = rotl(state[0] + state[3], 23) + state[0];
  const uint64_t t = state[1] << 17;
  state[2] ^= state[0];
  state[3] ^= state[1];
  state[1] ^= state[2];
  state[0] ^= state[3];
  state[2] ^= t;
  state[3] = rotl(state[3], 45);
  return result;
}

/* Above 0 and below 1. */
static inline double uniform(void) { return ((double)(next() >> 12) + 0.5) * 0x1p-52; }

/* Box and Muller's two at a time. */
static double normal(void) {
  if (has_spare) {
    has_spare = 0;
    return spare;
  }
  const double r = sqrt(-2.0 * log(uniform()));
  const double angle = TWO_PI * uniform();
  spare = r * sin(angle);
  has_spare = 1;
  return r * cos(angle);
}

/* Factors multiplied until they fall below exp(-mean). */
static int poisson(double mean) {
  const double limit = exp(-mean);
  int count = 0;
  for (double product = uniform(); product > limit; product *= uniform()) count++;
  return count;
}

/* Events: a worker of a team finishes a case, or a day begins. */

typedef struct {
  double at;
  double joined; /* when the case joined the team's queue */
  int what;      /* A or B: a case is finished there; DAY_BEGINS */
} Event;

static Event *heap;
static int events, heap_room;

static void push(Event e) {
  if (events == heap_room) {
    heap_room = heap_room ? 2 * heap_room : 256;
    heap = realloc(heap, (size_t)heap_room * sizeof *heap);
    if (!heap) abort();
  }
  int i = events++;
  while (i > 0 && heap[(i - 1) / 2].at > e.at) {
    heap[i] = heap[(i - 1) / 2];
    i = (i - 1) / 2;
  }
  heap[i] = e;
}

static Event pop(void) {
  const Event top = heap[0], last = heap[--events];
  int i = 0;
  for (int child = 1; child < events; child = 2 * i + 1) {
    if (child + 1 < events && heap[child + 1].at < heap[child].at) child++;
    if (last.at <= heap[child].at) break;
    heap[i] = heap[child];
    i = child;
  }
  heap[i] = last;
  return top;
}

/* Teams: free workers, and a ring of the times at which those who wait joined. */

typedef struct {
  double log_mean;
  int limit, free;
  double *ring;
  int room, head, waiting;
  long allocated, completed, in_time;
  double waited;
} Team;

static Team teams[2];

static void open_team(Team *team, int workers, double mean_hours, int limit) {
  double *ring = team->ring;
  int room = team->room;
  *team = (Team){.log_mean = log(mean_hours) - 0.18, .limit = limit, .free = workers, .ring = ring, .room = room};
}

static void begin(int which, double joined, double now) {
  Team *team = &teams[which];
  team->free--;
  team->allocated++;
  team->waited += now - joined;
  push((Event){now + exp(team->log_mean + LOG_SD * normal()), joined, which});
}

static void join(int which, double now) {
  Team *team = &teams[which];
  if (team->free > 0) {
    begin(which, now, now);
    return;
  }
  if (team->waiting == team->room) {
    const int room = team->room ? 2 * team->room : 1024;
    double *ring = malloc((size_t)room * sizeof *ring);
    if (!ring) abort();
    for (int i = 0; i < team->waiting; i++) ring[i] = team->ring[(team->head + i) & (team->room - 1)];
    free(team->ring);
    team->ring = ring;
    team->room = room;
    team->head = 0;
  }
  team->ring[(team->head + team->waiting++) & (team->room - 1)] = now;
}

static void finish(int which, double joined, double now) {
  Team *team = &teams[which];
  team->free++;
  team->completed++;
  if (floor(now / HOURS_PER_DAY) - floor(joined / HOURS_PER_DAY) <= team->limit) team->in_time++;
  if (team->waiting > 0) {
    const double first = team->ring[team->head];
    team->head = (team->head + 1) & (team->room - 1);
    team->waiting--;
    begin(which, first, now);
  }
}

static void replicate(int workers_a, int workers_b, double *figures) {
  const double end = DAYS * HOURS_PER_DAY;
  open_team(&teams[A], workers_a, 8.0, 2);
  open_team(&teams[B], workers_b, 22.0, 6);
  events = 0;
  push((Event){0.0, 0.0, DAY_BEGINS});
  while (heap[0].at < end) {
    const Event e = pop();
    if (e.what == DAY_BEGINS) {
      for (int left = poisson(REFERRALS_PER_DAY); left > 0; left--) join(A, e.at);
      push((Event){e.at + HOURS_PER_DAY, 0.0, DAY_BEGINS});
    } else {
      finish(e.what, e.joined, e.at);
      if (e.what == A && uniform() < GOES_ON) join(B, e.at);
    }
  }
  for (int t = 0; t < 2; t++) {
    figures[t] = teams[t].waited / (double)teams[t].allocated;
    figures[2 + t] = (double)teams[t].in_time / (double)teams[t].completed;
    figures[4 + t] = teams[t].waiting;
    figures[6 + t] = (double)teams[t].completed;
  }
}

static double seconds_used(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

int main(int argc, char **argv) {
  if (argc != 5) {
    fprintf(stderr, "usage: %s WORKERS_A WORKERS_B REPLICATIONS SEED\n", argv[0]);
    return 2;
  }
  const int workers_a = atoi(argv[1]), workers_b = atoi(argv[2]), replications = atoi(argv[3]);
  const uint64_t seed = strtoull(argv[4], NULL, 10);
  double *seconds = malloc((size_t)(replications > 0 ? replications : 1) * sizeof *seconds);
  if (!seconds) return 1;
  printf("{\"figures\":[%s],\"rows\":[", NAMES);
  for (int r = 0; r < replications; r++) {
    double figures[FIGURES];
    const double began = seconds_used();
    seed_with(seed, (uint64_t)r);
    replicate(workers_a, workers_b, figures);
    seconds[r] = seconds_used() - began;
    for (int f = 0; f < FIGURES; f++) printf("%s%.17g", f ? "," : r ? ",[" : "[", figures[f]);
    printf("]");
  }
  printf("],\"seconds\":[");
  for (int r = 0; r < replications; r++) printf("%s%.9f", r ? "," : "", seconds[r]);
  printf("]}\n");
  return 0;
}
