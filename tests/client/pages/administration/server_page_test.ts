import assert from "node:assert/strict";
import { SERVER_OPTIONS } from "../../../../lib/server/options/server_options.ts";
import {
  quantityText,
  settingGroups,
  settingText,
} from "../../../../client/pages/administration/setting_groups.ts";
import type { Setting } from "../../../../lib/model/setting.ts";
import { textOf, withBrowsers } from "../../with_browsers.ts";
import { joinAsAdmin } from "./admins.ts";

const setting = (option: string, value: Setting["value"] = 1): Setting => ({
  ...{ option, value, default: 1, source: "default", variable: `CHUNG_${option}` },
});

Deno.test("the server's page shows every setting, what it is for and where it comes from", () =>
  withBrowsers(async (open, server) => {
    const alice = open();
    await joinAsAdmin(alice, server, "alice");
    const html = await textOf(await alice.get("/admin/server"));
    for (const [option, { help }] of Object.entries(SERVER_OPTIONS)) {
      assert(html.includes(`<code>--${option}</code>`), option);
      assert(html.includes(help.en.replaceAll("&", "&amp;")), help.en);
    }
    assert(html.includes(`<code dir="auto">${server.directory}/data</code>`));
    assert.match(html, /<h3>Address and folders<\/h3>.*<h3>Accounts<\/h3>.*<h3>Limits<\/h3>/s);
    assert.match(html, /<nav[^>]*aria-label="Administration"><details open>/);
    await alice.post("/language", { language: "vi" });
    const vietnamese = await textOf(await alice.get("/admin/server"));
    assert(vietnamese.includes(SERVER_OPTIONS.registration.help.vi));
  }));

Deno.test("settings are grouped as the help has them, and unknown ones come last", () => {
  const groups = settingGroups(
    [setting("from-a-later-server"), setting("max-line"), setting("port"), setting("host")],
    "en",
  );
  assert.deepEqual(
    groups.map(({ title, settings }) => [title, settings.map(({ option }) => option)]),
    [
      ["Address and folders", ["host", "port"]],
      ["Limits", ["max-line"]],
      ["Others", ["from-a-later-server"]],
    ],
  );
  assert.equal(groups[1].settings[0].help, SERVER_OPTIONS["max-line"].help.en);
  assert.equal(groups[2].settings[0].help, "");
});

Deno.test("values are told in words, and large numbers in a unit that suits them", () => {
  const texts: [Setting["value"], vi: string, en: string][] = [
    [true, "bật", "on"],
    [false, "tắt", "off"],
    ["", "chưa đặt", "not set"],
    ["./data", "./data", "./data"],
    [65536, "65536", "65536"],
  ];
  for (const [value, vi, en] of texts) {
    assert.deepEqual([settingText(value, "vi"), settingText(value, "en")], [vi, en]);
  }
  const quantities: [value: Setting["value"], unit: string | null, text: string | null][] = [
    [65_536, "BYTES", "64 KiB"],
    [8 * 1024 * 1024, "BYTES", "8 MiB"],
    [72, "BYTES", null],
    [2_592_000, "S", "30 days"],
    [86_400, "S", "1 day"],
    [5_400, "S", "90 minutes"],
    [45, "S", null],
    [0, "S", null],
    [3_600, "N", null],
    [3_600, null, null],
    ["3600", "S", null],
  ];
  for (const [value, unit, text] of quantities) {
    assert.equal(quantityText({ value, unit }, "en"), text, `${value} ${unit}`);
  }
  assert.equal(quantityText({ value: 2_592_000, unit: "S" }, "vi"), "30 ngày");
});
