import fc from "fast-check";
import { LIMITS } from "./model.ts";
import { type Piece, piece, WORDS } from "./text.ts";

/** A step of a conversation. Numbers select among what exists by then, so that a shrunk conversation still works. */
export type Step = Common & Act;

export interface Common {
  /** The connection's index. */
  line: number;
  /** The user, who acts with the newest valid token, or logs in when there is none. */
  who: number;
  /** Replaces the token: one of all ever issued or, if negative, none. */
  token?: number;
  /** A tag from a small set, so that tags repeat. */
  tag?: number;
  /** Writes the action in another case. */
  shout?: true;
}

export type Act =
  | { act: "reg"; as: "new" | "taken" | "wrong name" | "long name" | "short" | "long" }
  | { act: "login"; as: "right" | "wrong" | "unknown" | "upper" | "too long" }
  | { act: "logout" | "whoami" | "watch" | "ping" }
  | { act: "projects"; limit: number | null; before: number | null }
  | { act: "new_project"; name: number }
  | { act: "rename_project"; project: number; name: number }
  | { act: "add_group"; project: number; people: number[]; unknown: number; form: number }
  | { act: "kick" | "transfer"; project: number; person: number }
  | { act: "archive_project" | "restore_project" | "rejoin"; project: number }
  | { act: "chat"; project: number; pieces: Piece[]; long?: true }
  | { act: "edit"; message: number; pieces: Piece[]; long?: true }
  | { act: "delete"; message: number }
  | { act: "members" | "leave" | "typing"; project: number }
  | { act: "enter"; project: number; after: number | null; change: number | null }
  | { act: "history"; project: number; numbers: (number | null)[] }
  | { act: "read"; project: number; message: number }
  | { act: "search"; project: number; query: string[] }
  | { act: "search_all"; query: string[] }
  | { act: "raw"; text: number }
  | { act: "time"; by: number | "expiry" }
  | { act: "reconnect" };

/** Project names, valid ones first. */
export const NAMES: [sent: string, meant: string][] = [
  ["Website", "Website"],
  ["Dự án \\\\1", "Dự án \\1"],
  ["x".repeat(LIMITS.maxProjectName), "x".repeat(LIMITS.maxProjectName)],
  ["", ""],
  ["two\\nlines", "two\nlines"],
  ["x".repeat(LIMITS.maxProjectName + 1), "x".repeat(LIMITS.maxProjectName + 1)],
];

/** Malformed lines and their responses, whoever sends them. `{token}` is replaced by a valid one. */
export const RAW: [text: string, action: string, code: string][] = [
  ["nonsense", "-", "unknown_action"],
  ["constructor {token}", "-", "unknown_action"],
  [" \t ", "-", "bad_request"],
  ["@bad!tag ping", "-", "bad_request"],
  [`@${"x".repeat(65)} ping`, "-", "bad_request"],
  ["p\x01ng", "-", "bad_encoding"],
  ["x".repeat(LIMITS.maxLine), "-", "line_too_long"],
  ["ping now", "ping", "bad_request"],
  ["reg alone", "reg", "bad_request"],
  ["login alone", "login", "bad_request"],
  ["whoami", "whoami", "bad_request"],
  ["whoami {token} twice", "whoami", "bad_request"],
  ["logout {token} {token}", "logout", "bad_request"],
  ["chat {token}", "chat", "bad_request"],
  ["chat {token} one hi", "chat", "bad_request"],
  ["chat {token} -1 hi", "chat", "bad_request"],
  ["edit {token} 1e3 hi", "edit", "bad_request"],
  ["delete {token} 9007199254740993", "delete", "bad_request"],
  ["read {token} 1", "read", "bad_request"],
  ["enter {token} 1 2 3 4", "enter", "bad_request"],
  ["history {token} 1 5 x", "history", "bad_request"],
  ["add_group {token} 1 [ , ]", "add_group", "bad_request"],
  ["kick {token} 1 a b", "kick", "bad_request"],
  ["history nonsense 1 x", "history", "bad_request"],
];

/** Usually the project that several users share. */
const project = fc.oneof(
  { weight: 9, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.nat(5) },
  { weight: 1, arbitrary: fc.constant(-1) },
);
/** Counted from the newest. */
const message = fc.oneof({ weight: 12, arbitrary: fc.nat(6) }, fc.constant(-1));
/** Single words by the document's definition, not several or a phrase. */
const PLAIN = WORDS.filter((word) => /^\p{L}+$/u.test(word));
const pieces = fc.array(piece, { maxLength: 5 });

/** Present once in this many times. */
const rarely = <T>(times: number, arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: times - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
const long = rarely(30, fc.constant(true as const));
/** Present in at most half of all cases. */
const seldom = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 2, arbitrary });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

const query = fc.array(fc.constantFrom(...PLAIN, "ho", "x", "'--"), { maxLength: 2 });

const acts: [weight: number, fc.Arbitrary<Act>][] = [
  [
    1,
    fc.record({
      act: fc.constant("reg" as const),
      as: fc.constantFrom("new", "taken", "wrong name", "long name", "short", "long"),
    }),
  ],
  [
    3,
    fc.record({
      act: fc.constant("login" as const),
      as: fc.constantFrom("right", "right", "wrong", "unknown", "upper", "too long"),
    }),
  ],
  [1, fc.record({ act: fc.constant("logout" as const) })],
  [2, fc.record({ act: fc.constantFrom("whoami" as const, "ping" as const) })],
  [
    3,
    fc.record({
      act: fc.constant("projects" as const),
      limit: seldom(fc.nat(3)),
      before: seldom(project),
    }),
  ],
  [4, fc.record({ act: fc.constant("watch" as const) })],
  [1, fc.record({ act: fc.constant("new_project" as const), name: fc.nat(NAMES.length - 1) })],
  [
    2,
    fc.record({
      act: fc.constant("rename_project" as const),
      project,
      name: fc.nat(NAMES.length - 1),
    }),
  ],
  [
    4,
    fc.record({
      act: fc.constant("add_group" as const),
      project,
      people: fc.array(fc.nat(5), { maxLength: 4 }),
      unknown: fc.constantFrom(0, 0, 0, 1, 2),
      form: fc.nat(3),
    }),
  ],
  [3, fc.record({ act: fc.constant("kick" as const), project, person: fc.nat(5) })],
  [1, fc.record({ act: fc.constant("transfer" as const), project, person: fc.nat(5) })],
  [3, fc.record({ act: fc.constant("rejoin" as const), project })],
  [1, fc.record({ act: fc.constant("archive_project" as const), project })],
  // More often, so that most projects are open at most times.
  [3, fc.record({ act: fc.constant("restore_project" as const), project })],
  [14, fc.record({ act: fc.constant("chat" as const), project, pieces, long })],
  [8, fc.record({ act: fc.constant("edit" as const), message, pieces, long })],
  [4, fc.record({ act: fc.constant("delete" as const), message })],
  [1, fc.record({ act: fc.constant("members" as const), project })],
  [2, fc.record({ act: fc.constant("leave" as const), project })],
  [2, fc.record({ act: fc.constant("typing" as const), project })],
  [
    8,
    fc.record({
      act: fc.constant("enter" as const),
      project,
      after: maybe(message),
      change: maybe(fc.nat(4)),
    }),
  ],
  [
    3,
    fc.record({
      act: fc.constant("history" as const),
      project,
      numbers: fc.tuple(maybe(fc.nat(4)), seldom(message), seldom(message)),
    }),
  ],
  [4, fc.record({ act: fc.constant("read" as const), project, message })],
  [
    4,
    fc.record({
      act: fc.constant("search" as const),
      project,
      query,
    }),
  ],
  [2, fc.record({ act: fc.constant("search_all" as const), query })],
  [3, fc.record({ act: fc.constant("raw" as const), text: fc.nat(RAW.length - 1) })],
  [
    3,
    fc.record({
      act: fc.constant("time" as const),
      by: fc.constantFrom(1, 999, 3_000, 31_000, 200_000, -1, -1_500, "expiry" as const),
    }),
  ],
  [1, fc.record({ act: fc.constant("reconnect" as const) })],
];

const common: fc.Arbitrary<Common> = fc.record({
  line: fc.nat(3),
  who: fc.oneof({ weight: 10, arbitrary: fc.nat(2) }, fc.nat(5)),
  token: rarely(15, fc.integer({ min: -3, max: 12 })),
  tag: rarely(3, fc.nat(1)),
  shout: rarely(10, fc.constant(true as const)),
}, { requiredKeys: ["line", "who"] });

export const step: fc.Arbitrary<Step> = fc
  .tuple(common, fc.oneof(...acts.map(([weight, arbitrary]) => ({ weight, arbitrary }))))
  .map(([one, other]) => ({ ...one, ...other }));
