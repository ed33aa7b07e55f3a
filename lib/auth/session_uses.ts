import type { Session } from "../model/session.ts";

/** A use of a session: when, in Unix milliseconds, and from which network address. */
interface Use {
  at: number;
  address: string;
}

/** Milliseconds after which a further use from the same address is noted. */
const NOTED_EVERY = 60_000;

/** Notes when and from where sessions are used, to be stored now and then: an exact time isn't worth a write each. */
export class SessionUses {
  /** Uses that wait to be stored, by the session's id. */
  #waiting = new Map<string, Use>();

  note(session: Session, address: string, at: number): void {
    const { noted } = session;
    if (noted !== undefined && noted.address === address && at - noted.at < NOTED_EVERY) return;
    session.noted = { at, address };
    this.#waiting.set(session.id, session.noted);
  }

  /** The latest use that waits to be stored, as lists tell it; undefined for none. */
  latest(id: string): { last_used_at: string; address: string } | undefined {
    const use = this.#waiting.get(id);
    return use && { last_used_at: new Date(use.at).toISOString(), address: use.address };
  }

  /** Takes what waits. */
  take(): (Use & { id: string })[] {
    const uses = [...this.#waiting].map(([id, use]) => ({ id, ...use }));
    this.#waiting = new Map();
    return uses;
  }
}
