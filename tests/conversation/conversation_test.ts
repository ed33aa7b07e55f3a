import fc from "fast-check";
import assert from "node:assert/strict";
import { withServer } from "../wire/with_server.ts";
import { fuzz } from "./fuzz.ts";
import { LIMITS } from "./model.ts";
import { type Step, step } from "./steps.ts";
import { Talk } from "./talk.ts";

const OPTIONS = {
  "max-username": LIMITS.maxUsername,
  "max-project-name": LIMITS.maxProjectName,
  "max-message": LIMITS.maxMessage,
  "token-seconds": LIMITS.tokenSeconds,
  "max-failed-logins": LIMITS.maxFailedLogins,
  "login-wait-seconds": LIMITS.loginWaitSeconds,
  "max-login-wait-seconds": LIMITS.maxLoginWaitSeconds,
  "max-line": LIMITS.maxLine,
  "idle-seconds": 1_000_000_000,
};

/** Three users who share a project and one who has another, so that mix-ups would show. */
const BEGINNING: Step[] = [
  ...[0, 1, 2, 3].flatMap((who): Step[] => [
    { line: who, who, act: "reg", as: "new" },
    { line: who, who, act: "login", as: "right" },
  ]),
  { line: 0, who: 0, act: "new_project", name: 0 },
  { line: 3, who: 3, act: "new_project", name: 1 },
  { line: 3, who: 3, act: "chat", project: 1, pieces: [{ word: "hoa" }] },
  { line: 0, who: 0, act: "add_group", project: 0, people: [1, 2], unknown: 0, form: 2 },
];

// Guard (rooms): every rule of the protocol holds in random conversations, checked against a model
Deno.test("whatever people say to each other, each is told what docs/PROTOCOL.md says, and nothing else", async () => {
  const clock = { now: Date.UTC(2026, 10, 23, 8) };
  let run = 0;
  await withServer(
    async ({ server }) => {
      await fuzz({
        runs: 80,
        of: fc.array(step, { minLength: 1, maxLength: 120, size: "max" }),
      }, async (steps) => {
        const talk = new Talk({ port: server.port, clock, sweep: server.sweep, run: ++run });
        try {
          for (let line = 0; line < 4; line++) await talk.connect();
          for (const each of [...BEGINNING, ...steps]) await talk.take(each);
          await talk.end();
          assert.deepEqual(server.reports, []);
        } catch (error) {
          const spoken = talk.spoken.slice(2 * BEGINNING.length).join("\n");
          throw new Error(`${(error as Error).message}\n${spoken}`, { cause: error });
        } finally {
          await talk.closeAll();
        }
      });
    },
    OPTIONS,
    { now: () => clock.now },
  );
});
