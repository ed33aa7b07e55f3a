/** What a benchmark found, as `deno task bench` prints it and writes it to docs/PERFORMANCE.md. */
export interface Section {
  title: string;
  /** Measures this section again, alone. */
  command: string;
  figures: Figure[];
  charts?: Chart[];
  /** What a reader has to know to read the figures right; a sentence or two each. */
  notes?: string[];
}

/** One thing measured, beside what it is measured against in the same run. */
export interface Figure {
  name: string;
  /** With its unit, as it is shown. */
  value: string;
  /** How many times the baseline it is; 1 for the baseline itself. */
  ratio: number;
  /** The baseline. */
  against: string;
  /** What the ratio shall be. */
  goal?: { least?: number; most?: number };
}

/** A curve or several, drawn to docs/ as SVG. */
export interface Chart {
  /** Of the file within docs/performance/, without its ending. */
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
