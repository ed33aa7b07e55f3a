import assert from "node:assert/strict";
import { parseLog } from "../audit/log_reader.ts";

const RULE = "-".repeat(55);
const ENTRY = new RegExp(
  `${RULE}\nActionName: .*\nActionType: .*\nUser: .*\nMessageRequest: .*\nMessageResponse: .*\nTimestamp: .*\n${RULE}\n`,
  "g",
);

/** Checks that each file contains only whole entries, except for at most one torn piece per kill. */
export function assertLog(folder: string, kills: number): void {
  for (const day of Deno.readDirSync(folder)) {
    for (const file of Deno.readDirSync(`${folder}/${day.name}`)) {
      if (file.name.endsWith(".chain")) continue;
      const text = Deno.readTextFileSync(`${folder}/${day.name}/${file.name}`);
      const entries = text.match(ENTRY) ?? [];
      parseLog(entries.join(""));
      const torn = text.replace(ENTRY, "\0").split("\0").filter((piece) => piece.trim() !== "");
      assert(torn.length <= kills, `${file.name} has ${torn.length} torn entries`);
      for (const piece of torn) assert(piece.startsWith("-"), `${file.name}: ${piece}`);
    }
  }
}
