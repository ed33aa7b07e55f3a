import { strictEqual } from "node:assert/strict";
import { themeOf } from "../../../client/shared/theme.ts";

Deno.test("themeOf knows its names, and takes anything else for the system's", () => {
  const cases: [string | null, string][] = [
    ["light", "light"],
    ["dark", "dark"],
    ["system", "system"],
    ["Dark", "system"],
    ['dark" onload="', "system"],
    ["", "system"],
    [null, "system"],
  ];
  for (const [name, theme] of cases) strictEqual(themeOf(name), theme, String(name));
});
