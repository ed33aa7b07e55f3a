import { Buffer } from "node:buffer";
import assert from "node:assert/strict";
import { assertAccessible } from "../browser/accessibility.ts";
import { browserTest, makeProject, withoutScript } from "./room_page.ts";

browserTest(
  "tasks are imported from a file and exported again, each told how far it is",
  async (windows) => {
    const alice = await windows.join("alice");
    const room = await makeProject(alice, "Website", "");
    const file = (rows: string) => ({
      name: "tasks.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(`Title;Due\n${rows}`),
    });
    await alice.goto(`${room}/settings`);
    await alice.getByRole("link", { name: "Import tasks…" }).click();
    await alice.getByLabel("CSV file").setInputFiles(file("One;1/12/2026\nTwo;2/12/2026\n;\n"));
    await alice.getByRole("button", { name: "Preview" }).click();
    await alice.getByRole("heading", { name: "2 tasks will be imported" }).waitFor();
    await assertAccessible(alice, "the preview");
    await alice.getByRole("button", { name: "Import 2 tasks" }).click();
    const told = alice.getByRole("status").filter({ hasText: "2 tasks were imported." });
    await told.waitFor();
    assert(await told.evaluate((element) => element === document.activeElement));
    await assertAccessible(alice, "what was imported");

    await alice.goto(`${room}/export`);
    await assertAccessible(alice, "the export");
    const downloaded = alice.waitForEvent("download");
    await alice.getByRole("link", { name: "Download: The tasks as a table" }).click();
    const download = await downloaded;
    assert.match(download.suggestedFilename(), /^Website \d{4}-\d\d-\d\d\.csv$/);
    await alice.getByRole("status").filter({ hasText: "The export is complete." }).waitFor();
    const csv = await Deno.readTextFile(await download.path());
    assert.match(csv, /^\ufeff?ID,Title,.*\r\n\d+,One,todo,,2026-12-01,.*\r\n\d+,Two,/);

    const page = await withoutScript(alice);
    await page.goto(`${room}/import`);
    await page.getByLabel("CSV file").setInputFiles(file("Three;\n"));
    await page.getByRole("button", { name: "Preview" }).click();
    await page.getByRole("button", { name: "Import 1 task" }).click();
    await page.getByText("1 task was imported.").waitFor();
    await page.goto(`${room}/export`);
    const plain = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download: The whole project" }).click();
    const lines = (await Deno.readTextFile(await (await plain).path())).trim().split("\n");
    const { tasks } = JSON.parse(lines.at(-1)!);
    assert.equal(tasks, 3);
  },
);
