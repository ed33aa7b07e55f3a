import assert from "node:assert/strict";
import fc from "fast-check";
import { SocketLimit } from "../../../lib/net/admission/socket_limit.ts";

/** A limit on sockets in a process that may have so many files open, sockets included. */
function limitOf(
  files: number,
  reserve: number,
  { maxConnections = 1_024, known = false } = {},
) {
  const world = { sockets: 0, reports: [] as string[] };
  const limit = new SocketLimit({
    maxConnections,
    reserve,
    left: known ? files : null,
    canOpen: (more) => {
      assert(!known);
      return world.sockets + more <= files;
    },
    report: (line) => world.reports.push(line),
  });
  return { limit, world };
}

Deno.test("SocketLimit leaves the reserve, whatever opens and closes meanwhile", () => {
  fc.assert(fc.property(
    fc.integer({ min: 60, max: 400 }),
    fc.integer({ min: 1, max: 40 }),
    fc.array(fc.integer({ min: -60, max: 60 }), { maxLength: 40 }),
    fc.boolean(),
    (files, reserve, moves, known) => {
      const { limit, world } = limitOf(files, reserve, { known });
      for (const move of moves) {
        for (let i = 0; i < move; i++) {
          if (limit.isReached(world.sockets)) break;
          world.sockets++;
        }
        if (move < 0) world.sockets = Math.max(0, world.sockets + move);
        assert(files - world.sockets >= reserve);
      }
    },
  ));
});

Deno.test("SocketLimit lowers the number of connections once, and says so", () => {
  const { limit, world } = limitOf(256, 64);
  while (!limit.isReached(world.sockets)) world.sockets++;
  assert(world.sockets <= 256 - 64 && world.sockets > 256 - 64 - 32);
  assert(limit.maxConnections < world.sockets && limit.maxConnections > world.sockets - 16);
  assert.deepEqual(world.reports.map((line) => line.split(":")[0]), [
    `--max-connections is lowered to ${limit.maxConnections}`,
  ]);
  world.sockets -= 100;
  assert(!limit.isReached(world.sockets));
  while (!limit.isReached(world.sockets)) world.sockets++;
  assert.equal(world.reports.length, 1);
});

Deno.test("SocketLimit leaves the number of connections where the limit is no lower", () => {
  const { limit, world } = limitOf(256, 64, { maxConnections: 100 });
  while (!limit.isReached(world.sockets)) world.sockets++;
  assert.equal(limit.maxConnections, 100);
  assert.deepEqual(world.reports, []);
});

Deno.test("SocketLimit lowers the number of connections at once where the limit is known", () => {
  const { limit, world } = limitOf(256, 64, { known: true });
  assert.equal(limit.maxConnections, 180);
  assert.equal(world.reports.length, 1);
  assert(!limit.isReached(191));
  assert(limit.isReached(192));
  const { limit: none } = limitOf(20, 64, { known: true });
  assert(none.isReached(0));
});
