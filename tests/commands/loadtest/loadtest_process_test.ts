import assert from "node:assert/strict";
import { withFolder } from "../../folder.ts";
import { runCommand } from "../run_command.ts";

Deno.test("chung-server loadtest loads a scratch server, loses nothing and leaves nothing behind", async () => {
  await withFolder(async (folder) => {
    const environment = { TMPDIR: folder };
    const small = ["loadtest", "--connections", "6", "--rooms", "2", "--seconds", "1"];
    const [paced, closely, invalid, help] = await Promise.all([
      runCommand([...small, "--rate", "50", "--json"], { environment }),
      runCommand([...small, "--rate", "0"], {
        environment: { ...environment, LC_ALL: "vi_VN.UTF-8" },
      }),
      runCommand(["loadtest", "--connections", "3", "--rooms", "2"], { environment }),
      runCommand(["loadtest", "--help"], { environment }),
    ]);

    assert.equal(paced.code, 0, paced.text + paced.errors);
    const { messages, deliveries, deliveries_expected, faults } = JSON.parse(paced.text);
    // Each message of a room of three reaches two.
    assert.deepEqual([messages, deliveries, deliveries_expected], [50, 100, 100]);
    assert(Object.values(faults).every((count) => count === 0));
    assert.deepEqual(
      paced.errors.split("\n").slice(0, -1),
      [
        "connecting",
        "registering",
        "loading",
        "waiting for deliveries",
        "comparing with the store",
      ],
    );

    assert.equal(closely.code, 0, closely.text + closely.errors);
    assert.match(closely.text, /\nkhông mất tin nhắn nào\n$/);

    assert.equal(invalid.code, 2);
    assert.match(invalid.errors, /^chung-server loadtest: --connections .*\n$/);
    assert.match(help.text, /^chung-server loadtest:.*share one process.*Exit codes: 0 /s);
    assert.deepEqual([...Deno.readDirSync(folder)], []);
  });
});
