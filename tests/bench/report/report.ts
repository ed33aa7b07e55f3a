/** The result of a benchmark, as printed by `deno task bench` and written to docs/PERFORMANCE.md. */
export interface Section {
  title: string;
  /** The command that measures this section alone. */
  command: string;
  figures: Figure[];
  charts?: Chart[];
  /** Explanations needed to read the figures, one or two sentences each. */
  notes?: string[];
}

/** A measured value and its baseline from the same run. */
export interface Figure {
  name: string;
  /** The value with its unit, as shown. */
  value: string;
  /** The value as a multiple of the baseline; 1 for the baseline itself. */
  ratio: number;
  /** The name of the baseline. */
  against: string;
  /** Bounds that the ratio should meet. */
  goal?: { least?: number; most?: number };
}

/** One or more curves, drawn to docs/ as SVG. */
export interface Chart {
  /** The file name within docs/performance/, without extension. */
  name: string;
  title: string;
  x: Axis;
  y: Axis;
  series: { name: string; points: [x: number, y: number][] }[];
}

export interface Axis {
  label: string;
  scale: "linear" | "log";
}
