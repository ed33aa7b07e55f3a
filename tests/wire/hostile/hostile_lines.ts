import fc from "fast-check";

/** The server's line limit. */
export const MAX_LINE = 2_048;

const encoder = new TextEncoder();

/** Tokens to fill into the lines. */
export interface Tokens {
  token: string;
  /** A token that has been logged out, so that it may be sent anywhere. */
  ended: string;
}

/** Pieces of lines; `{token}` and `{ended}` stand for those of the run. */
const WORDS = [
  ...["reg", "login", "logout", "whoami", "new_project", "add_group", "chat", "projects"],
  ...["new_task", "promote", "assign", "set_task", "due", "rename_task", "note_task"],
  ...[
    "delete_task",
    "restore_task",
    "import_tasks",
    "tasks",
    "my_tasks",
    "logs",
    "log_days",
    "23_11_2026",
    "task_history",
    "todo",
    "doing",
    "2026-12-01",
    '[{"title":"x"}]',
    '[{"title":"\\ud800"}]',
    '[{"title":"x","notes":"\\u0000"}]',
    '[{"__proto__":null,"title":"x","assignee":"bob"}]',
    "[[[[",
    "+t1",
  ],
  ...["set_name", "passwd", "sessions", "end_session", "join", "invite", "invitations", "revoke"],
  ...[
    "users",
    "set_role",
    "disable",
    "enable",
    "reset_password",
    "settings",
    "stats",
    "figures",
    "admin",
  ],
  ...["members", "enter", "leave", "history", "read", "kick", "edit", "delete", "search"],
  ...[
    "transfer",
    "rename_project",
    "archive_project",
    "restore_project",
    "typing",
    "watch",
    "ping",
    "help",
    "CHAT",
    "cHaT",
    "constructor",
  ],
  ...[
    "__proto__",
    "toString",
    "eval",
    "{token}",
    "{token}",
    "{token}",
    "{ended}",
    "alice",
    "ALICE",
  ],
  ...["@t1", "@", `@${"x".repeat(64)}`, `@${"x".repeat(65)}`, "@a@b", "@ạ", "@..", "@__proto__"],
  ...["1", "2", "0", "-0", "-1", "00001", "1e9", "1.0", "0x1", "+1", "NaN", "Infinity", "-"],
  ...["9007199254740991", "9007199254740992", "9007199254740993", "9223372036854775807"],
  ...["99999999999999999999999999", "１", "١", "²", "Ⅷ", "[", "]", "[bob,", ",;,", "[]"],
  ...[
    "\\n",
    "\\\\",
    "\\",
    "\\t",
    '"',
    "“",
    "'",
    "' OR 1=1 --",
    "*",
    "NEAR(",
    "a*",
    "^",
    ":",
    "(",
    "%",
  ],
  ...[
    "\u2028",
    "\u2029",
    "\ufeff",
    "\u202e",
    "\u200f",
    "\u2066",
    "\u00a0",
    "\u3000",
    "\u200b",
    "\u0300",
  ],
  ...[
    "\0",
    "\x01",
    "\x1b[2J",
    "\x7f",
    "\u0085",
    "\r",
    "\u{1f600}",
    "\u{10ffff}",
    "\uffff",
    "ạ",
    "đ",
  ],
  ...["eyJ", "eyJhbGciOiJub25lIn0.e30.", "ok chat {}", "err - internal", "event chat {}"],
  ..."ActionName: forged|User: root|Timestamp: |/etc/passwd|../../x|CON|.".split("|"),
  "-".repeat(55),
  "x".repeat(300),
  "x".repeat(MAX_LINE),
  "@alice ".repeat(250),
];

/** Invalid UTF-8. */
const BROKEN = [
  [0x80],
  [0xc0, 0xaf],
  [0xc1, 0xbf],
  [0xe0, 0x80, 0x8a],
  [0xf0, 0x80, 0x80, 0x8a],
  [0xed, 0xa0, 0x80],
  [0xf4, 0x90, 0x80, 0x80],
  [0xf5, 0xff],
  [0xe1, 0xba],
  [0xff, 0xfe],
];

/** Valid requests. */
const VALID = [
  "ping",
  "whoami {token}",
  "@t1 chat {token} 1 hello @alice",
  "edit {token} 1 again \\n there",
  "delete {token} 2",
  "enter {token} 1 0 0",
  "history {token} 1 5 - 1",
  "read {token} 1 3",
  'search {token} 1 "hello there" a',
  "watch {token}",
  "typing {token} 1",
  "add_group {token} 1 [alice, bob]",
  "kick {token} 1 bob",
  "transfer {token} 1 alice",
  "rename_project {token} 1 Website",
  "archive_project {token} 1",
  "restore_project {token} 1",
  "@n1 new_project {token} Another",
  "members {token} 1",
  "projects {token}",
  "leave {token} 1",
  "logout {ended}",
];

const separator = fc.constantFrom(" ", " ", " ", "\t", "  ", " \t ", "", "\u00a0");

/** A line of known words in any order. */
const wordsLine = fc.array(fc.tuple(fc.constantFrom(...WORDS), separator), { maxLength: 8 })
  .map((parts) => encoder.encode(parts.flat().join("")));

type Edit = (line: Uint8Array) => Uint8Array;

const splice = (at: number, remove: number, insert: readonly number[]): Edit => (line) => {
  const place = at % (line.length + 1);
  return Uint8Array.from([...line.subarray(0, place), ...insert, ...line.subarray(place + remove)]);
};

/** An error in a line's transmission. */
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(fc.nat(200), fc.nat(7)).map(([at, bit]): Edit => (line) => {
    const flipped = line.slice();
    if (flipped.length > 0) flipped[at % flipped.length] ^= 1 << bit;
    return flipped;
  }),
  fc.tuple(fc.nat(200), fc.nat(20)).map(([at, count]) => splice(at, count, [])),
  fc.nat(200).map((at): Edit => (line) => line.subarray(0, at % (line.length + 1))),
  fc.tuple(fc.nat(200), fc.constantFrom(...BROKEN)).map(([at, bytes]) => splice(at, 0, bytes)),
  fc.tuple(fc.nat(200), fc.constantFrom(...WORDS)).map(([at, word]) =>
    splice(at, 0, [...encoder.encode(word)])
  ),
  fc.constant<Edit>((line) => Uint8Array.from([...line, ...line])),
);

/** A valid line with up to three errors. */
const mutated = fc.tuple(fc.constantFrom(...VALID), fc.array(edit, { maxLength: 3 }))
  .map(([line, edits]) =>
    edits.reduce<Uint8Array>((bytes, each) => each(bytes), encoder.encode(line))
  );

const anyBytes = fc.uint8Array({ maxLength: 60 });

/** The input of a client, line by line, each with its line end. */
export const lines = fc.array(
  fc.tuple(fc.oneof(wordsLine, mutated, mutated, anyBytes), fc.constantFrom("\n", "\n", "\r\n")),
  { minLength: 1, maxLength: 30 },
);

/** Replaces `{token}` and `{ended}` in bytes. */
export function fill(bytes: Uint8Array, { token, ended }: Tokens): Uint8Array {
  // One character per byte, so that only the placeholders change.
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  const filled = text.replaceAll("{token}", token).replaceAll("{ended}", ended);
  return Uint8Array.from(filled, (character) => character.charCodeAt(0));
}
