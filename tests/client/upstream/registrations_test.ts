import assert from "node:assert/strict";
import { Registrations } from "../../../client/upstream/registrations.ts";
import { unreachable } from "../../../client/upstream/server_unreachable.ts";
import { ChungError, type ErrorCode } from "../../../lib/errors.ts";

/** How a post ended: with an answer, or without one, after it was sent or before. */
type Ending = "ok" | ErrorCode | "lost" | "not sent";

function post(registrations: Registrations, form: string, ending: Promise<Ending> | Ending) {
  let sent = true;
  const ask = async () => {
    const how = await ending;
    if (how === "ok") return "reply";
    if (how !== "lost" && how !== "not sent") throw new ChungError(how, how);
    sent = how === "lost";
    throw unreachable();
  };
  return registrations.register(form, ask, () => sent)
    .then(() => "registered", (error) => error instanceof ChungError ? error.code : "unreachable");
}

Deno.test("a taken name is the form's own account when an earlier post of it may have made it", async () => {
  const cases: [Ending[], string][] = [
    [[], "username_taken"],
    [["ok"], "registered"],
    [["lost"], "registered"],
    [["internal"], "registered"],
    [["unavailable"], "registered"],
    [["not sent"], "username_taken"],
    [["username_taken"], "username_taken"],
    [["rate_limited"], "username_taken"],
    [["registration_closed"], "username_taken"],
    [["lost", "not sent"], "registered"],
    [["not sent", "lost"], "registered"],
    [["ok", "username_taken"], "registered"],
  ];
  for (const [endings, expected] of cases) {
    const registrations = new Registrations();
    for (const ending of endings) await post(registrations, "form", ending);
    const what = endings.join(", ");
    assert.equal(await post(registrations, "form", "username_taken"), expected, what);
    assert.equal(await post(registrations, "other", "username_taken"), "username_taken", what);
  }
});

Deno.test("the second post of a double click waits for what became of the first", async () => {
  for (const [first, expected] of [["ok", "registered"], ["username_taken", "username_taken"]]) {
    const registrations = new Registrations();
    const ending = Promise.withResolvers<Ending>();
    const slow = post(registrations, "form", ending.promise);
    const second = post(registrations, "form", "username_taken");
    ending.resolve(first as Ending);
    assert.equal(await slow, expected);
    assert.equal(await second, expected);
  }
});
