import assert from "node:assert/strict";
import { chooseLanguage } from "../../../client/http/choose_language.ts";

Deno.test("chooseLanguage takes the chosen, then the preferred, then English", () => {
  const cases: [string | null, string | null, "vi" | "en"][] = [
    [null, null, "en"],
    [null, "", "en"],
    ["vi", "en", "vi"],
    ["en", "vi", "en"],
    ["xx", "vi", "vi"],
    ["", "vi", "vi"],
    [null, "vi-VN,vi;q=0.9,en;q=0.8", "vi"],
    [null, "en-US,en;q=0.9,vi;q=0.8", "en"],
    [null, "fr, vi;q=0.2", "vi"],
    [null, "fr", "en"],
    [null, "VI", "vi"],
    [null, "vi;q=0, en;q=0.1", "en"],
    [null, "vi;q=0", "en"],
    [null, "en;q=0.5, vi;q=0.7", "vi"],
    [null, "vi;q=x, en;q=0.1", "en"],
    [null, "vietnamese", "en"],
    [null, ",;,;;q=,", "en"],
  ];
  for (const [cookie, accept, language] of cases) {
    assert.equal(chooseLanguage(cookie, accept), language, `${cookie} ${accept}`);
  }
});
