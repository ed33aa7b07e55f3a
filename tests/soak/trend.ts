/** Two-sided 99.9 % of the normal distribution: hardly any of a night's dozens of verdicts is wrong. */
const Z = 3.29;

/** The trend of a series of measurements, robust against outliers. */
export interface Trend {
  /** The median of the values. */
  level: number;
  /** Growth from the first to the last point, by the median slope between pairs of points (Theil–Sen). */
  growth: number;
  /** The lower bound of the growth. */
  leastGrowth: number;
}

/** @param points pairs of time and value, at least three, ordered by time */
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
  // Sen's confidence interval: without a trend, this many slopes lie between its bounds.
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

/** Whether it certainly grows, by more than `part` of its level and at least `atLeast` in its unit. */
export function isGrowing(
  { level, leastGrowth }: Trend,
  { part, atLeast }: { part: number; atLeast: number },
): boolean {
  return leastGrowth > Math.max(atLeast, part * level);
}
