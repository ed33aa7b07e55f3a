/**
 * Derives milliseconds that never go back from a clock that may be set; after it is set back they go on at once.
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
