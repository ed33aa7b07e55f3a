/**
 * Makes a monotonic clock in milliseconds from one that may be set. When that is set back, the result doesn't go back
 * but keeps running from there.
 * @param now Unix milliseconds
 */
export function steadyClock(now: () => number): () => number {
  let last = now();
  let passed = 0;
  return () => {
    const at = now();
    if (at > last) passed += at - last;
    last = at;
    return passed;
  };
}
