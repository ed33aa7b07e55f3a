import assert from "node:assert/strict";
import { Refusal, type Told } from "./model.ts";

// deno-lint-ignore no-explicit-any
type Json = any;

export interface Reply {
  tag: string | null;
  action: string;
  /** The JSON of an `ok`. */
  json?: Json;
  /** The code of an `err`. */
  code?: string;
  text?: string;
}

/** Parses a response line, requiring exactly the form given in docs/PROTOCOL.md. */
export function parseReply(line: string): Reply {
  const ok = /^(?:@([A-Za-z0-9._-]{1,64}) )?ok ([a-z_]+) (\{.*\})$/s.exec(line);
  if (ok !== null) return { tag: ok[1] ?? null, action: ok[2], json: JSON.parse(ok[3]) };
  const err = /^(?:@([A-Za-z0-9._-]{1,64}) )?err ([a-z_]+|-) ([a-z_]+) (\S.*)$/s.exec(line);
  assert(err !== null, `not a response: ${line}`);
  return { tag: err[1] ?? null, action: err[2], code: err[3], text: err[4] };
}

export function compareReply(
  reply: Reply,
  { tag, action, expected }: {
    tag: string | null;
    action: string;
    expected: { ok: unknown } | Refusal;
  },
): void {
  assert.equal(reply.action, action);
  assert.equal(reply.tag, tag);
  if (expected instanceof Refusal) {
    assert.equal(reply.code ?? "ok", expected.code);
    assert.match(reply.text!, expected.says);
  } else {
    assert.equal(reply.code ?? "ok", "ok");
    assertOrder(reply.json);
    assert.deepEqual(sorted(reply.json), sorted(expected.ok));
  }
}

/** Checks what the document says about the order of lists, beyond which it is open. */
function assertOrder({ members, projects }: Json): void {
  if (members !== undefined) assert.equal(members[0].role, "owner", "the owner comes first");
  if (projects !== undefined) {
    const activity = projects.map((each: Json) => each.last_message?.timestamp ?? each.created_at);
    assert.deepEqual(activity, activity.toSorted().toReversed(), "latest activity first");
  }
}

/** Sorts lists whose order is open. */
function sorted(json: Json): Json {
  const by = (key: string) => (a: Json, b: Json) => a[key] < b[key] ? -1 : 1;
  return {
    ...json,
    ...Array.isArray(json.members) && { members: json.members.toSorted(by("username")) },
    ...Array.isArray(json.projects) && { projects: json.projects.toSorted(by("id")) },
    ...Array.isArray(json.added) && { added: json.added.toSorted() },
    ...Array.isArray(json.already) && { already: json.already.toSorted() },
  };
}

/** Compares a connection's events since the last check with the groups of expected ones. */
export function compareEvents(lines: string[], due: Told[][], where: string): void {
  const events = lines.map((line): Told => {
    const [, type, json] = /^event ([a-z_]+) (\{.*\})$/s.exec(line) ?? [];
    assert(type !== undefined, `${where} has a line that is no event: ${line}`);
    return { type, data: sorted(JSON.parse(json)) };
  });
  for (const group of due) {
    if (group[0].open) {
      if (events[0]?.type === group[0].type) events.shift();
      continue;
    }
    const came = events.splice(0, group.length).toSorted(byText);
    const expected = group.map(({ type, data }) => ({ type, data: sorted(data) })).toSorted(byText);
    assert.deepEqual(came, expected, `${where} is told`);
  }
  assert.deepEqual(events, [], `${where} is told more`);
}

function byText(a: Told, b: Told): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}
