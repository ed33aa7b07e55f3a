import assert from "node:assert/strict";
import fc from "fast-check";
import { AddressLimits, type AddressRefusal } from "../../../lib/net/admission/address_limits.ts";

const LIMITS = { maxConnectionsPerAddress: 3, maxNewConnections: 5 };

/** A reference implementation that keeps a list of all arrivals. */
class NaiveLimits {
  #came: { key: string; at: number }[] = [];
  #open: string[] = [];

  admit(key: string, now: number): AddressRefusal | null {
    const open = this.#open.filter((each) => each === key).length;
    if (open >= LIMITS.maxConnectionsPerAddress) return { reason: "address_full" };
    const recent = this.#came.filter((one) => one.key === key && now - one.at < 60_000);
    if (recent.length >= LIMITS.maxNewConnections) {
      return { reason: "rate_limited", seconds: Math.ceil((recent[0].at + 60_000 - now) / 1000) };
    }
    this.#came.push({ key, at: now });
    this.#open.push(key);
    return null;
  }

  release(key: string): boolean {
    const at = this.#open.indexOf(key);
    if (at >= 0) this.#open.splice(at, 1);
    return at >= 0;
  }

  known(now: number): number {
    const recent = this.#came.filter(({ at }) => now - at < 60_000).map(({ key }) => key);
    return new Set([...recent, ...this.#open]).size;
  }
}

Deno.test("AddressLimits lets in what the list of all that came lets in, and remembers nothing else", () => {
  const step = fc.record({
    // Most operations are new connections; otherwise no limit would be reached.
    what: fc.constantFrom("admit", "admit", "release", "release", "pass"),
    key: fc.constantFrom("192.0.2.1", "192.0.2.2", "2001:db8:0:0::/64"),
    ms: fc.oneof(fc.nat(5_000), fc.constantFrom(0, 1, 59_999, 60_000)),
  });
  const told = new Set<string>();
  fc.assert(
    fc.property(fc.array(step, { minLength: 50, maxLength: 200 }), (steps) => {
      let now = 0;
      const limits = new AddressLimits({ limits: LIMITS, clock: { monotonic: () => now } });
      const naive = new NaiveLimits();
      for (const { what, key, ms } of steps) {
        if (what === "pass") now += ms;
        else if (what === "release") {
          if (naive.release(key)) limits.release(key);
        } else {
          const refusal = limits.admit(key);
          assert.deepEqual(refusal, naive.admit(key, now));
          told.add(refusal?.reason ?? "let in");
          // Expired entries are removed with the next arrival.
          assert(refusal !== null || limits.size === naive.known(now));
        }
      }
    }),
  );
  assert.deepEqual([...told].sort(), ["address_full", "let in", "rate_limited"]);
});

Deno.test("AddressLimits lets in who has waited as long as it was told", () => {
  let now = 0;
  const limits = new AddressLimits({ limits: LIMITS, clock: { monotonic: () => now } });
  for (let i = 0; i < 5; i++, now += 1_500) {
    assert.equal(limits.admit("192.0.2.1"), null);
    limits.release("192.0.2.1");
  }
  const refusal = limits.admit("192.0.2.1");
  assert.deepEqual(refusal, { reason: "rate_limited", seconds: 53 });
  now += 52_499;
  assert.equal(limits.admit("192.0.2.1")?.reason, "rate_limited");
  now += 501;
  assert.equal(limits.admit("192.0.2.1"), null);
});

// Guard (connections): what is remembered of addresses is bounded
Deno.test("AddressLimits keeps no more than its capacity, whatever addresses come", () => {
  let now = 0;
  const limits = new AddressLimits({
    limits: LIMITS,
    clock: { monotonic: () => now },
    capacity: 1_000,
  });
  for (let i = 0; i < 50_000; i++) {
    assert.equal(limits.admit(`address ${i}`), null);
    limits.release(`address ${i}`);
    assert(limits.size <= 1_000);
  }
  // Addresses with open connections are kept.
  for (let i = 0; i < 3; i++) assert.equal(limits.admit("192.0.2.1"), null);
  for (let i = 0; i < 2_000; i++) {
    limits.admit(`other ${i}`);
    limits.release(`other ${i}`);
  }
  assert.deepEqual(limits.admit("192.0.2.1"), { reason: "address_full" });
  now += 60_000;
  limits.admit("192.0.2.2");
  assert.equal(limits.size, 2);
});
