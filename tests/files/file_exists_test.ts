import assert from "node:assert/strict";
import { join } from "node:path";
import { fileExists, seemsMissing } from "../../lib/files/file_exists.ts";
import { withFolder } from "../folder.ts";

Deno.test("fileExists and seemsMissing agree, but for what can't be looked at", () =>
  withFolder(async (folder) => {
    await Deno.writeTextFile(join(folder, "file"), "");
    await Deno.symlink(join(folder, "nowhere"), join(folder, "dangling"));
    await Deno.symlink(join(folder, "loop"), join(folder, "loop"));
    const cases: [path: string, exists: boolean][] = [
      ["file", true],
      ["dangling", true],
      ["loop", true],
      ["nothing", false],
      ["file/below", false],
    ];
    for (const [path, exists] of cases) {
      assert.equal(fileExists(join(folder, path)), exists, path);
      assert.equal(seemsMissing(join(folder, path)), !exists, path);
    }
    assert.throws(() => fileExists(join(folder, "loop", "below")));
    assert.equal(seemsMissing(join(folder, "loop", "below")), true);
  }));
