import assert from "node:assert/strict";
import { askServer } from "../../lib/control/ask_server.ts";
import { controlPath, readControlFile, writeControlFile } from "../../lib/control/control_file.ts";
import { ControlListener } from "../../lib/control/control_listener.ts";
import { LineReader, writeLine } from "../../lib/control/line_reader.ts";
import { ManualTimers } from "../client/manual_timers.ts";
import { withFolder } from "../folder.ts";

interface Control {
  folder: string;
  /** The requests that came through. */
  asked: string[];
  timers: ManualTimers;
  connect(): Promise<Deno.Conn>;
}

function testControl(name: string, test: (control: Control) => Promise<void>): void {
  Deno.test(name, () =>
    withFolder(async (folder) => {
      const asked: string[] = [];
      const timers = new ManualTimers();
      const operate = (line: string) => {
        asked.push(line);
        return Promise.resolve(`ok ${line.split(" ")[0]} {"lời":"có dấu"}`);
      };
      const listener = new ControlListener({ folder, operate, timers });
      try {
        const connect = () =>
          Deno.connect({ hostname: "127.0.0.1", port: readControlFile(folder)!.port });
        await test({ folder, asked, timers, connect });
      } finally {
        await listener.close();
      }
      assert.equal(readControlFile(folder), null);
      assert.equal(await askServer(folder, "users -"), null);
    }));
}

testControl("a command reaches the running server by the file in its folder", async (control) => {
  const { folder, asked } = control;
  const long = `reset_password - lan ${"ặ".repeat(20_000)}`;
  assert.equal(await askServer(folder, "users -"), 'ok users {"lời":"có dấu"}');
  await Promise.all(Array.from({ length: 20 }, () => askServer(folder, long)));
  assert.deepEqual(new Set(asked), new Set(["users -", long]));
  assert.equal(Deno.statSync(controlPath(folder)).mode! & 0o777, 0o600);
});

// Guard (accounts): without the key in the data folder, nobody on the machine speaks as the operator.
testControl("whoever doesn't have the key is not answered", async (control) => {
  const { folder, asked, connect } = control;
  const { key } = readControlFile(folder)!;
  for (
    const request of ["users -", " users -", `${key}x users -`, `${key.slice(1)} users -`, key]
  ) {
    using conn = await connect();
    const lines = new LineReader(conn, 1_000);
    await writeLine(conn, "challenge");
    assert.match((await lines.next())!, /^[0-9a-f]{64}$/);
    await writeLine(conn, request);
    assert.equal(await lines.next(), null, request);
  }
  assert.deepEqual(asked, []);
});

// Guard (accounts): another program that has taken a killed server's port is not told the key.
Deno.test("a command tells the key to nobody who can't prove to have it", () =>
  withFolder(async (folder) => {
    const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    const { port } = listener.addr;
    writeControlFile(folder, { port, key: "a-secret-key" });
    const answers = ["", "0".repeat(64)];
    const heard = (async () => {
      for (const answer of answers) {
        using conn = await listener.accept();
        const lines = new LineReader(conn, 1_000);
        const challenge = await lines.next();
        await writeLine(conn, answer || challenge!);
        assert.equal(await lines.next(), null);
      }
    })();
    for (const _ of answers) assert.equal(await askServer(folder, "users -"), null);
    await heard;
    listener.close();
  }));

testControl("a connection that sends nothing makes room after a while", async (control) => {
  const { folder, timers, connect } = control;
  const idle = await Promise.all(Array.from({ length: 8 }, connect));
  while (timers.running.length < 8) await timers.awaitTimer(() => true);
  const asked = askServer(folder, "users -");
  timers.advance(5_000);
  assert.match((await asked)!, /^ok users/);
  for (const conn of idle) conn.close();
});
