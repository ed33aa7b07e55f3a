import assert from "node:assert/strict";
import { systemLanguage } from "../../../lib/cli/locale.ts";
import { withFolder } from "../../folder.ts";
import { runInTerminal, withoutTerminal } from "../../terminal.ts";

const LOCALES = { vi: "vi_VN.UTF-8", en: "en_US.UTF-8" };

Deno.test("systemLanguage is Vietnamese for a Vietnamese locale, and else English", () => {
  const cases: [string, "vi" | "en"][] = [
    ["vi", "vi"],
    ["vi-VN", "vi"],
    ["VI-vn", "vi"],
    ["vie", "en"],
    ["en-GB", "en"],
    ["fr", "en"],
    ["und", "en"],
    ["", "en"],
  ];
  for (const [locale, language] of cases) assert.equal(systemLanguage(locale), language, locale);
});

Deno.test({
  name: "the server explains itself in a terminal when it has just made its database",
  ignore: withoutTerminal(),
  async fn() {
    await withFolder(async (folder) => {
      const args = ["--port", "0", "--data", `${folder}/data`, "--log", `${folder}/log`];
      const run = (language: "vi" | "en", until: RegExp, data: string) =>
        runInTerminal("server.ts", [...args, "--data", data], {
          environment: { LC_ALL: LOCALES[language] },
          until,
        });
      const first = (await run("en", /Ctrl-C/, `${folder}/data`)).join("\n");
      assert.match(first, /^chung-server listening on 127\.0\.0\.1:\d+$/m);
      assert.match(first, /first start/);
      assert(first.includes(`${folder}/data`) && first.includes(`${folder}/log`), first);
      assert.match(first, /type: nc 127\.0\.0\.1 \d+$/m);
      const vietnamese = (await run("vi", /Ctrl-C/, `${folder}/other`)).join("\n");
      assert.match(vietnamese, /lần chạy đầu tiên[^]*nhật ký[^]*Nhấn Ctrl-C để tắt/);
      const second = (await run("en", /listening/, `${folder}/data`)).join("\n");
      assert.doesNotMatch(second, /first start|Ctrl-C/);
    });
  },
});

Deno.test({
  name: "the client explains itself in a terminal until an address is remembered",
  ignore: withoutTerminal(),
  async fn() {
    await withFolder(async (folder) => {
      const run = (language: "vi" | "en", until: RegExp) =>
        runInTerminal("client/main.ts", ["--port", "0", "--no-open"], {
          environment: { LC_ALL: LOCALES[language], XDG_CONFIG_HOME: folder, CHUNG_SERVER: "" },
          until,
        });
      const first = (await run("en", /Ctrl-C/)).join("\n");
      const url = /^chung listening on (\S+)$/m.exec(first)![1];
      assert.match(first, /first start/);
      assert(first.includes(`Open ${url} in a browser`), first);
      assert.match(first, /The server is 127\.0\.0\.1:7070/);
      assert.match((await run("vi", /Ctrl-C/)).join("\n"), /lần chạy đầu tiên[^]*Ctrl-C để tắt/);
      await Deno.mkdir(`${folder}/chung`);
      await Deno.writeTextFile(`${folder}/chung/settings.json`, '{"server":"127.0.0.1:7171"}');
      assert.doesNotMatch((await run("en", /listening/)).join("\n"), /first start|Ctrl-C/);
    });
  },
});
