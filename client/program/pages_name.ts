import process from "node:process";
import { CHUNG_LOCALHOST } from "../../lib/loopback.ts";
import { systemTimers, type Timers } from "../../lib/timers.ts";

/** Milliseconds that the system may take: one that knows such names asks nobody else. */
const LOOKUP_MS = 200;

/** The addresses where `chung.localhost` may lead: the client listens on both. */
const OWN_ADDRESSES = ["127.0.0.1", "::1"];

/**
 * Whether the system, and so every browser on it, finds this machine under `chung.localhost`. Many browsers do so by
 * themselves, but nobody tells which one will be used.
 */
export async function systemKnowsPagesName(
  resolve: (name: string) => Promise<string[]> = addressesOf,
  timers: Timers = systemTimers,
): Promise<boolean> {
  const late = Promise.withResolvers<string[]>();
  const timer = timers.set(() => late.resolve([]), LOOKUP_MS);
  try {
    const addresses = await Promise.race([resolve(CHUNG_LOCALHOST), late.promise]);
    return addresses.length > 0 && addresses.every((one) => OWN_ADDRESSES.includes(one));
  } catch {
    return false;
  } finally {
    timers.clear(timer);
  }
}

async function addressesOf(name: string): Promise<string[]> {
  // Loading it makes Deno 2.6 warn of a module of its own (DEP0040).
  (process as { noDeprecation?: boolean }).noDeprecation = true;
  const { lookup } = await import("node:dns/promises");
  return (await lookup(name, { all: true })).map(({ address }) => address);
}
