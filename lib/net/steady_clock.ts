/**
 * Milliseconds that pass by a clock which may be set: they never go back, and go on at once when it was set back.
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
