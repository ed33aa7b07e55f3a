import { benchStore } from "./store_bench.ts";

/** Every benchmark; each prints ratios against a baseline of the same run. */
if (import.meta.main) {
  // deno-lint-ignore no-console
  await benchStore((line) => console.log(line));
}
