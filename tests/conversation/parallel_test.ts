import assert from "node:assert/strict";
import fc from "fast-check";
import { withServer } from "../wire/with_server.ts";
import { batch, Crowd } from "./crowd.ts";
import { fuzz } from "./fuzz.ts";

// Guard (rooms): only members hear of a room, whatever is done at once
Deno.test("whatever people do at once, nothing is lost, doubled, out of order, or told to a stranger", async () => {
  let run = 0;
  await withServer(async ({ server }) => {
    await fuzz(
      { runs: 100, of: fc.array(batch, { minLength: 3, maxLength: 12 }) },
      async (batches) => {
        const crowd = await Crowd.gather(server, ++run);
        try {
          for (const steps of batches) {
            await crowd.take(steps);
            await crowd.remember();
          }
          await crowd.assertWhole();
          assert.deepEqual(server.reports, []);
        } finally {
          await crowd.close();
        }
      },
    );
  });
});
