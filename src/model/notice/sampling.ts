/**
 * The luck of counting: a service whose true rate is exactly the target's threshold meets it in about half of all
 * periods. Exact binomial sums by multiplication alone, from the likeliest count outwards, so that nothing overflows.
 */

/** Weights this far below the likeliest count's can no longer change a chance. */
const NEGLIGIBLE = 1e-20;

const SLACK = 1e-9;

/**
 * The chance that a percentage observed over `n` independent cases is at least `threshold` when the true rate is
 * `rate` (both shares from 0 to 1; n a whole number of at least 1). Exact binomial; error below 1e-12.
 * Example: n 150 at a true 86% against 86% gives 0.558.
 */
export function chanceObservedAtLeast(threshold: number, n: number, rate: number): number {
  const least = Math.ceil(threshold * n - SLACK * n);
  if (least <= 0) return 1;
  if (least > n || rate <= 0) return 0;
  if (rate >= 1) return 1;
  const mode = Math.min(n, Math.floor((n + 1) * rate));
  const odds = rate / (1 - rate);
  let all = 1;
  let reached = mode >= least ? 1 : 0;
  for (let k = mode + 1, weight = 1; k <= n && weight > NEGLIGIBLE; k++) {
    weight *= ((n - k + 1) / k) * odds;
    all += weight;
    if (k >= least) reached += weight;
  }
  for (let k = mode - 1, weight = 1; k >= 0 && weight > NEGLIGIBLE; k--) {
    weight *= (k + 1) / ((n - k) * odds);
    all += weight;
    if (k >= least) reached += weight;
  }
  return reached / all;
}

/**
 * The true rate at which an observed percentage over `n` cases is at least `threshold` with this `confidence`
 * (0 to 1, ends excluded), to 1e-9, by halving. Example: 90% for 86% over 600 cases takes 0.8765.
 */
export function trueRateNeeded(threshold: number, n: number, confidence: number): number {
  let [low, high] = [0, 1];
  while (high - low > 1e-9) {
    const middle = (low + high) / 2;
    if (chanceObservedAtLeast(threshold, n, middle) < confidence) low = middle;
    else high = middle;
  }
  return high;
}
