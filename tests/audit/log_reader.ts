import assert from "node:assert/strict";

/** The fields of an entry as written to a log file. */
export interface WrittenEntry {
  name: string;
  type: string;
  user: string;
  request: string;
  response: string;
  timestamp: string;
}

const RULE = "-".repeat(55);
const LABELS = [
  "ActionName",
  "ActionType",
  "User",
  "MessageRequest",
  "MessageResponse",
  "Timestamp",
];

/** Parses a log file; fails if it holds anything but whole entries. */
export function parseLog(text: string): WrittenEntry[] {
  if (text === "") return [];
  // Whatever some reader takes for the end of a line.
  // deno-lint-ignore no-control-regex
  const lines = text.split(/\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/);
  assert.equal(lines.pop(), "", "the file ends with a line break");
  assert.equal(lines.length % 8, 0, "every entry has eight lines");
  const entries: WrittenEntry[] = [];
  for (let first = 0; first < lines.length; first += 8) {
    const [head, ...fields] = lines.slice(first, first + 8);
    assert.equal(head, RULE);
    assert.equal(fields.pop(), RULE);
    const [name, type, user, request, response, timestamp] = fields.map((line, place) => {
      const label = `${LABELS[place]}: `;
      assert.equal(line.slice(0, label.length), label);
      return line.slice(label.length);
    });
    entries.push({ name, type, user, request, response, timestamp });
  }
  return entries;
}
