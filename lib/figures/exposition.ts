import { BOUNDS, type Histogram } from "./histogram.ts";
import { METRICS } from "./metrics.ts";
import type { ServerSample } from "./server_sample.ts";

/** The media type of the text format. */
export const EXPOSITION_TYPE = "text/plain; version=0.0.4; charset=utf-8";

/** Writes the figures in Prometheus' text format, version 0.0.4. */
export function exposition(sample: ServerSample): string {
  const lines: string[] = [];
  for (const metric of METRICS) {
    const { name, help, type } = metric;
    lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`);
    if (metric.type === "histogram") lines.push(...histogramLines(name, metric.values(sample)));
    else {
      const values = metric.values(sample);
      if (typeof values === "number") lines.push(`${name} ${values}`);
      else {
        for (const [labels, value] of values) {
          lines.push(labels === "" ? `${name} ${value}` : `${name}{${labels}} ${value}`);
        }
      }
    }
  }
  return lines.join("\n") + "\n";
}

function histogramLines(name: string, histogram: Histogram): string[] {
  const { counts, sum } = histogram;
  let below = 0;
  const lines = BOUNDS.map((bound, place) => {
    below += counts[place];
    return `${name}_bucket{le="${bound / 1_000}"} ${below}`;
  });
  const count = below + counts[BOUNDS.length];
  return [
    ...lines,
    `${name}_bucket{le="+Inf"} ${count}`,
    `${name}_sum ${sum / 1_000}`,
    `${name}_count ${count}`,
  ];
}
