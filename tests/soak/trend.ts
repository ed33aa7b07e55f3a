/** Two-sided 99.9 % of the normal distribution: of some dozens of verdicts a night, hardly one is wrong. */
const Z = 3.29;

/** How a series of measured values goes up or down, whatever single ones do. */
export interface Trend {
  /** Median of the values. */
  level: number;
  /** From the first to the last point of time, by the middle one of all slopes between two points (Theil–Sen). */
  growth: number;
  /** The least that it may well be. */
  leastGrowth: number;
}

/** @param points of time and value, at least three, in the order of time */
export function trendOf(points: readonly (readonly [time: number, value: number])[]): Trend {
  const count = points.length;
  if (count < 3) throw new Error("a trend takes three points at least");
  const slopes: number[] = [];
  for (let i = 0; i < count; i++) {
    for (let j = i + 1; j < count; j++) {
      slopes.push((points[j][1] - points[i][1]) / (points[j][0] - points[i][0]));
    }
  }
  slopes.sort((a, b) => a - b);
  // Sen's interval: so many of the slopes lie that far apart where there is no trend.
  const spread = Z * Math.sqrt(count * (count - 1) * (2 * count + 5) / 18);
  const low = Math.max(0, Math.floor((slopes.length - spread) / 2));
  const span = points[count - 1][0] - points[0][0];
  const values = points.map(([, value]) => value).sort((a, b) => a - b);
  return {
    level: values[count >> 1],
    growth: slopes[slopes.length >> 1] * span,
    leastGrowth: slopes[low] * span,
  };
}

/** Whether it grows for sure, and by more than `part` of its level, but at least `atLeast` of its unit. */
export function isGrowing(
  { level, leastGrowth }: Trend,
  { part, atLeast }: { part: number; atLeast: number },
): boolean {
  return leastGrowth > Math.max(atLeast, part * level);
}
