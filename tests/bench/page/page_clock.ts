/** Milliseconds since the epoch, with fractions; the same clock for all processes of a machine. */
export function clock(): number {
  return performance.timeOrigin + performance.now();
}

export function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** The percentile of sorted values, with `part` such as 0.99; 0 if there are none. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
