import { withFolder } from "../../folder.ts";
import { median } from "../report/median.ts";
import type { LoadResult } from "./plan.ts";
import { runLoad } from "./run_load.ts";
import type { Shape, Target } from "./targets.ts";

/** Starts a target for a load in an empty folder; null where it is not installed. */
export type StartTarget = (folder: string, shape: Shape) => Promise<Target | null>;

export interface Load {
  shape: Shape;
  window: number;
  seconds: number;
}

/** Runs one load against a target of its own. */
export async function measureLoad(
  start: StartTarget,
  { shape, window, seconds }: Load,
): Promise<LoadResult | null> {
  let result: LoadResult | null = null;
  await withFolder(async (folder) => {
    const target = await start(folder, shape);
    if (target === null) return;
    try {
      result = await runLoad({ ...target.plan, window, seconds });
    } finally {
      await target.close();
    }
  });
  return result;
}

/** The median of each figure over the rounds. */
export function medianResult(results: LoadResult[]): LoadResult {
  const of = (figure: (result: LoadResult) => number) => median(results.map(figure));
  const processors = results.flatMap(({ processor }) => processor ?? []);
  return {
    acknowledgedPerSecond: of((result) => result.acknowledgedPerSecond),
    deliveredPerSecond: of((result) => result.deliveredPerSecond),
    medianMs: of((result) => result.medianMs),
    p99Ms: of((result) => result.p99Ms),
    ...(processors.length < results.length ? {} : {
      processor: {
        loadMicroseconds: median(processors.map((used) => used.loadMicroseconds)),
        targetMicroseconds: median(processors.map((used) => used.targetMicroseconds)),
      },
    }),
  };
}
