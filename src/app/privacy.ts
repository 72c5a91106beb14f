/**
 * Counts what this page has asked of any other place than the one it came from, from loading on and as it happens;
 * workers are watched by the content policy, which refuses them the same. Gives a function that ends the watch.
 */
export function watchForeignRequests(onCount: (count: number) => void): () => void {
  let count = 0;
  onCount(count);
  if (typeof PerformanceObserver === 'undefined') return () => {};
  const observer = new PerformanceObserver((list) => {
    count += list.getEntries().filter(({ name }) => isForeign(name, location.href)).length;
    onCount(count);
  });
  observer.observe({ type: 'resource', buffered: true });
  return () => observer.disconnect();
}

/** Whether an address lies outside the origin of the page; data made in the page itself does not. */
export function isForeign(address: string, page: string): boolean {
  const { origin, protocol } = new URL(address, page);
  if (protocol === 'data:' || protocol === 'blob:') return false;
  return origin !== new URL(page).origin;
}
