import assert from "node:assert/strict";
import { systemKnowsPagesName } from "../../../client/program/pages_name.ts";
import { ManualTimers } from "../manual_timers.ts";

// Guard (web): chung.localhost is used only where it leads to this machine, and to no place that is not the client's
Deno.test("systemKnowsPagesName says so where the name leads to the client alone", async () => {
  const cases: [string[], boolean][] = [
    [["127.0.0.1"], true],
    [["::1"], true],
    [["::1", "127.0.0.1"], true],
    [[], false],
    [["192.0.2.7"], false],
    [["127.0.0.1", "192.0.2.7"], false],
    [["127.0.0.2"], false],
  ];
  for (const [addresses, known] of cases) {
    const asked: string[] = [];
    const resolve = (name: string) => {
      asked.push(name);
      return Promise.resolve(addresses);
    };
    assert.equal(await systemKnowsPagesName(resolve), known, addresses.join());
    assert.deepEqual(asked, ["chung.localhost"]);
  }
  const unknown = () => Promise.reject(new Error("ENOTFOUND"));
  assert.equal(await systemKnowsPagesName(unknown), false);
});

Deno.test("systemKnowsPagesName gives up where the system asks others for long", async () => {
  const timers = new ManualTimers();
  const known = systemKnowsPagesName(() => new Promise(() => {}), timers);
  assert.deepEqual(timers.running, [200]);
  timers.advance(200);
  assert.equal(await known, false);
  assert.deepEqual(timers.running, []);
});
