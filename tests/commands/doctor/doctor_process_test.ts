import assert from "node:assert/strict";
import { join } from "node:path";
import { withFolder } from "../../folder.ts";
import { runCommand } from "../run_command.ts";

Deno.test("chung-server doctor prints findings in text and JSON, in both languages, and exits by them", async () => {
  await withFolder(async (folder) => {
    const open = join(folder, "open");
    await Deno.mkdir(open);
    await Deno.chmod(open, 0o755);
    const places = ["--port", "0", "--log", join(folder, "log")];
    const [text, json, vietnamese, invalid, unpaired, help] = await Promise.all([
      runCommand(["doctor", ...places, "--data", join(folder, "data")]),
      runCommand(["doctor", ...places, "--json"], { environment: { CHUNG_DATA: open } }),
      runCommand(["doctor", ...places, "--data", open], {
        environment: { LC_ALL: "vi_VN.UTF-8" },
      }),
      runCommand(["doctor", "--port", "seven"]),
      runCommand(["doctor", "--tls-cert", "chain.pem"]),
      runCommand(["doctor", "--help"]),
    ]);

    assert.equal(text.code, 0, text.text);
    assert.match(text.text, /^ok {7}\S+data doesn't exist yet: the first start makes it$/m);
    assert.equal(text.errors, "");

    assert.equal(json.code, 1, json.errors);
    const { problems, findings } = JSON.parse(json.text);
    assert.equal(problems, 1);
    const [data] = findings;
    assert.deepEqual(
      [data.check, data.level, data.advice],
      ["data", "problem", `run chmod 700 ${open}`],
    );

    assert.equal(vietnamese.code, 1);
    assert.match(vietnamese.text, /^vấn đề {4}người khác vào được .*\n +→ chạy chmod 700/m);

    for (
      const [end, message] of [[invalid, /--port must be/], [unpaired, /belong together/]] as const
    ) {
      assert.equal(end.code, 2);
      assert.match(end.errors, message);
      assert.equal(end.text, "");
    }
    assert.match(help.text, /^chung-server doctor:.*Exit codes: 0 no problem/s);
    assert.deepEqual([...Deno.readDirSync(folder)].map(({ name }) => name), ["open"]);
  });
});
