// Long runs that find what short tests can't:
//   deno task soak [kills] [connections] [--minutes N] [--rounds N]
// A trend shows after about three minutes; before that, the server's caches are still filling.
import { parseArgs } from "node:util";
import { print } from "../../lib/cli/program.ts";
import { soakConnections } from "./connections_soak.ts";
import { soakKills } from "./kill_soak.ts";

const { values, positionals } = parseArgs({
  args: Deno.args,
  allowPositionals: true,
  options: {
    minutes: { type: "string", default: "10" },
    rounds: { type: "string", default: "200" },
    // Bytes per second that the server leaks on purpose, to test the detection.
    leak: { type: "string", default: "0" },
  },
});

const PARTS: Record<string, () => Promise<void>> = {
  kills: () => soakKills(Number(values.rounds)),
  async connections() {
    const { visits, faults } = await soakConnections({
      minutes: Number(values.minutes),
      leak: Number(values.leak),
      told: (line) => print(`connections: ${line}`),
    });
    for (const [kind, count] of visits) print(`connections: ${count} times one ${kind}`);
    if (faults.length > 0) throw new Error(faults.join("\n"));
  },
};

const names = positionals.length > 0 ? positionals : Object.keys(PARTS);
const unknown = names.find((name) => !(name in PARTS));
if (unknown !== undefined) {
  print(`no part ${unknown}: there are ${Object.keys(PARTS).join(", ")}`);
  Deno.exit(2);
}
let failed = false;
for (const name of names) {
  try {
    await PARTS[name]();
    print(`${name}: passed`);
  } catch (error) {
    print(`${name}: FAILED: ${(error as Error).message}`);
    failed = true;
  }
}
Deno.exit(failed ? 1 : 0);
