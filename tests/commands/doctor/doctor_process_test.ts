import assert from "node:assert/strict";
import { join } from "node:path";
import { withFolder } from "../../folder.ts";
import { runCommand } from "../run_command.ts";

Deno.test("chung-server doctor prints findings in text and JSON, in both languages, and exits by them", async () => {
  await withFolder(async (folder) => {
    const open = join(folder, "open");
    await Deno.mkdir(open);
    await Deno.chmod(open, 0o755);
    const data = join(folder, "data");
    const [text, json, invalid, help] = await Promise.all([
      runCommand(["doctor", "--port", "0", "--data", data, "--log", open]),
      runCommand(["doctor", "--port", "0", "--log", join(folder, "log"), "--json"], {
        environment: { CHUNG_DATA: open, LC_ALL: "vi_VN.UTF-8" },
      }),
      runCommand(["doctor", "--tls-cert", "chain.pem"]),
      runCommand(["doctor", "--help"]),
    ]);

    assert.equal(text.code, 0, text.text);
    assert.match(text.text, /^ok {7}\S+data doesn't exist yet: the first start makes it$/m);
    assert.match(text.text, /^warning {2}others can get at .*\n {9}→ run chmod 750 /m);
    assert.equal(text.errors, "");

    assert.equal(json.code, 1, json.errors);
    const { problems, findings } = JSON.parse(json.text);
    assert.equal(problems, 1);
    assert.deepEqual(findings[0], {
      check: "data",
      level: "problem",
      says: `người khác vào được ${open} (quyền 755)`,
      advice: `chạy chmod 700 ${open}`,
    });

    assert.equal(invalid.code, 2);
    assert.match(
      invalid.errors,
      /^chung-server doctor: .* belong together: set both or neither\n$/,
    );
    assert.equal(invalid.text, "");
    assert.match(help.text, /^chung-server doctor:.*Exit codes: 0 no problem/s);
    assert.deepEqual([...Deno.readDirSync(folder)].map(({ name }) => name), ["open"]);
  });
});
