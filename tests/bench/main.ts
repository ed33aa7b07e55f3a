import { benchOpenRoom } from "./open_room_bench.ts";
import { benchSearch } from "./search_bench.ts";
import { benchStartup } from "./startup_bench.ts";
import { benchStore } from "./store_bench.ts";
import { benchWire } from "./wire_bench.ts";

/** Every benchmark; each prints ratios against a baseline of the same run. */
if (import.meta.main) {
  // deno-lint-ignore no-console
  const print = (line: string) => console.log(line);
  await benchStartup(print);
  await benchStore(print);
  await benchWire(print);
  await benchOpenRoom(print);
  await benchSearch(print);
}
