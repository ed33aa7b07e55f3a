import { ChungError } from "../../../lib/errors.ts";
import type { PersonSession } from "../../session/person_session.ts";
import type { ExportProgress } from "../../shared/transfer/export_progress.ts";

/** An export that runs or has just ended. */
export interface RunningExport {
  readonly progress: ExportProgress;
  /** Breaks it off: the browser then says that the file isn't whole. */
  cancel(): void;
}

/** Exports of one person that run at once: each has a request of theirs under way nearly all the time. */
const MOST_RUNNING = 4;
/** Exports of a person that are remembered. */
const MOST_KEPT = 16;

/** By session, so that nobody hears of another person's exports, and they are forgotten with it. */
const kept = new WeakMap<PersonSession, Map<string, RunningExport>>();

/**
 * Remembers an export under the key that the page chose.
 * @throws {ChungError} `rate_limited`, if too many run
 */
export function startExport(
  session: PersonSession,
  key: string,
  cancel: () => void,
): RunningExport {
  const all = kept.get(session) ?? new Map<string, RunningExport>();
  kept.set(session, all);
  const running = [...all.values()].filter(({ progress }) => progress.state === "running");
  if (running.length >= MOST_RUNNING) {
    throw new ChungError("rate_limited", "too many exports at once: wait until one is done");
  }
  const progress: ExportProgress = { state: "running", messages: 0, tasks: 0, share: 0 };
  const started = { progress, cancel };
  all.set(key, started);
  for (const [oldest, { progress }] of all) {
    if (all.size <= MOST_KEPT) break;
    if (progress.state !== "running") all.delete(oldest);
  }
  return started;
}

/** The export that this person started under a key. */
export function findExport(session: PersonSession, key: string): RunningExport | undefined {
  return kept.get(session)?.get(key);
}
