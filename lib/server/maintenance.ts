import { repeat, type Timers } from "../timers.ts";
import type { Clock } from "../clock.ts";
import type { SessionUses } from "../auth/session_uses.ts";
import type { Dispatcher } from "../dispatch.ts";
import type { Listener } from "../net/listener.ts";
import type { Rooms } from "../rooms/rooms.ts";
import { PurgeClock } from "../store/purge_clock.ts";
import type { Store } from "../store/store.ts";

/** Milliseconds between checks for silent connections and expired sessions. */
const SWEEP_INTERVAL = 1_000;
/** Milliseconds between writes of when and from where sessions were used. */
const USES_INTERVAL = 60 * 1_000;
/** Milliseconds between purges of the store. */
const PURGE_INTERVAL = 60 * 60 * 1_000;
/** Milliseconds for which tags are remembered: the protocol promises at least 24 h. */
const TAG_LIFETIME = 48 * 60 * 60 * 1_000;

export interface MaintenanceOptions {
  store: Store;
  sessionUses: SessionUses;
  rooms: Rooms;
  listener: Listener;
  dispatcher: Dispatcher;
  clock: Pick<Clock, "wall">;
  timers: Timers;
  report: (line: string) => void;
}

/** The server's periodic work: ends silent connections and expired sessions, and purges the store. */
export class Maintenance {
  readonly #options: MaintenanceOptions;
  readonly #purgeClock = new PurgeClock();
  readonly #stops: (() => void)[];

  /** Purges immediately, then runs until stopped. */
  constructor(options: MaintenanceOptions) {
    this.#options = options;
    this.#purge();
    const { timers } = options;
    this.#stops = [
      repeat(timers, () => this.sweep(), SWEEP_INTERVAL),
      repeat(timers, () => this.#storeUses(), USES_INTERVAL),
      repeat(timers, () => this.#purge(), PURGE_INTERVAL),
    ];
  }

  sweep(): void {
    const { listener, rooms, dispatcher, clock } = this.#options;
    listener.sweep();
    const seconds = clock.wall() / 1000;
    for (const event of rooms.endSessions(({ expiresAt }) => expiresAt <= seconds)) {
      dispatcher.publish(event);
    }
  }

  /** Stops the periodic work, and stores what would be lost with this process. */
  async stop(): Promise<void> {
    for (const stop of this.#stops) stop();
    await this.#storeUses();
  }

  async #storeUses(): Promise<void> {
    const { store, sessionUses, report } = this.#options;
    const uses = sessionUses.take();
    if (uses.length === 0) return;
    try {
      await store.write("noteSessionUses", { uses }, { background: true }).promise();
    } catch (error) {
      report(`the last uses of sessions could not be stored: ${error}`);
    }
  }

  #purge(): void {
    const { store, clock, report } = this.#options;
    const before = this.#purgeClock.look(clock.wall());
    store.purge(before - TAG_LIFETIME, before).catch(
      (error) => report(`expired data could not be deleted: ${error}`),
    );
  }
}
