/** The result of a benchmark: `deno task bench` prints it and writes it to docs/performance/FIGURES.md. */
export interface Section {
  title: string;
  /** Measures this section again, alone. */
  command: string;
  figures: Figure[];
  charts?: Chart[];
  /** Conditions of the measurement, a sentence or two each. */
  notes?: string[];
}

/** A measured value beside its baseline of the same run. */
export interface Figure {
  name: string;
  /** With its unit, as displayed. */
  value: string;
  /** Value over baseline; 1 for the baseline itself. */
  ratio: number;
  /** The baseline. */
  against: string;
  /** Bounds that the ratio should keep. */
  goal?: { least?: number; most?: number };
}

/** One or several curves, drawn as an SVG file. */
export interface Chart {
  /** Name of the file in docs/performance/, without its extension. */
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
