import assert from "node:assert/strict";
import { clientHelp, firstClientStart } from "../../client/program/client_help.ts";
import { CLIENT_OPTIONS } from "../../client/program/client_options.ts";
import type { Language } from "../../lib/cli/locale.ts";
import type { OptionTable } from "../../lib/cli/options.ts";
import { COMMANDS } from "../../lib/commands/mod.ts";
import { firstServerStart, serverHelp } from "../../lib/server/server_help.ts";
import { SERVER_OPTIONS } from "../../lib/server/options/server_options.ts";

const LANGUAGES: [Language, RegExp][] = [
  ["en", /^Usage: chung[^]*^Examples:[^]*^Exit codes: 0/m],
  ["vi", /^Cách dùng: chung[^]*^Ví dụ:[^]*^Mã kết thúc: 0/m],
];

Deno.test("--help tells every option with its variable and default once, in both languages", () => {
  const programs: [(language: Language) => string, OptionTable][] = [
    [(language) => serverHelp(language, COMMANDS), SERVER_OPTIONS],
    [(language) => clientHelp(language, "/home/lan/.config/chung/settings.json"), CLIENT_OPTIONS],
  ];
  for (const [help, options] of programs) {
    for (const [language, parts] of LANGUAGES) {
      const text = help(language);
      assert.match(text, parts);
      const rows = text.split("\n").filter((line) => /^ {2}--/.test(line));
      const flags = rows.map((row) => /^ {2}(--[a-z-]+)/.exec(row)![1]);
      const expected = [...Object.keys(options).map((flag) => `--${flag}`), "--help", "--version"];
      assert.deepEqual(flags.sort(), expected.sort());
      for (const [flag, { env, default: usual, help }] of Object.entries(options)) {
        const row = rows.find((row) => row.startsWith(`  --${flag} `))!;
        assert(row.includes(help[language]) && row.includes(`(${env}`), row);
        if (typeof usual === "number") assert(row.endsWith(`, ${usual})`), row);
      }
    }
  }
});

Deno.test("clientHelp names the settings folder where there is one", () => {
  for (const [language] of LANGUAGES) {
    assert.match(clientHelp(language, "/x/chung"), /^ {2}\/x\/chung$/m);
    assert.doesNotMatch(clientHelp(language, null), /\{folder\}|null|\/chung$/m);
  }
});

Deno.test("firstServerStart tells where things are, and how to reach the server", () => {
  const cases: [string, string][] = [
    ["127.0.0.1:7070", "nc 127.0.0.1 7070"],
    ["[::1]:7171", "nc ::1 7171"],
  ];
  for (const [language] of LANGUAGES) {
    for (const [address, nc] of cases) {
      const folders = { data: "/srv/data", log: "/srv/log" };
      const text = firstServerStart(language, { address, ...folders, tls: false });
      for (const part of [address, nc, "/srv/data", "/srv/log", "Ctrl-C", "--help"]) {
        assert(text.includes(part), `${language} ${part}`);
      }
      const tls = firstServerStart(language, { address, ...folders, tls: true });
      assert(
        tls.includes(`tls://${address}`) && tls.includes(`s_client -quiet -connect ${address}`),
      );
      assert(!tls.includes("nc "), tls);
      const grantIn = (data: string) =>
        /admin grant \S+( --data \S+)?/.exec(
          firstServerStart(language, { address, log: "/srv/log", data, tls: false }),
        )?.[1];
      assert.equal(grantIn("/srv/data"), " --data /srv/data");
      assert.equal(grantIn("./data"), undefined);
    }
  }
});

Deno.test("firstClientStart offers another server unless it came along", () => {
  const url = "http://127.0.0.1:7080";
  for (const [language] of LANGUAGES) {
    const alone = firstClientStart(language, { url, server: "chung.example:7070" });
    assert(alone.includes("chung.example:7070") && alone.includes(`${url}/server`), alone);
    const both = firstClientStart(language, { url, server: null });
    assert(both.includes(url) && !both.includes("/server") && both.includes("Ctrl-C"), both);
  }
});
