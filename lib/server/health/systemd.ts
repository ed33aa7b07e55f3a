import { SystemdSocket } from "../../net/systemd_socket.ts";
import { repeat, type Timers } from "../../timers.ts";

/** The environment that systemd gives a service. */
export interface SystemdEnvironment {
  /** Empty where systemd doesn't listen. */
  NOTIFY_SOCKET: string;
  /** Microseconds within which it wants to hear; empty without a watchdog. */
  WATCHDOG_USEC: string;
}

/** Where assignments such as `READY=1` are sent. */
export type Notify = (assignment: string) => Promise<void>;

/** Connects to systemd; null where it doesn't listen, or can't be told, which is reported. */
export function systemdSocket(
  { NOTIFY_SOCKET }: SystemdEnvironment,
  report: (line: string) => void,
): SystemdSocket | null {
  if (NOTIFY_SOCKET === "") return null;
  try {
    return new SystemdSocket(NOTIFY_SOCKET, report);
  } catch (error) {
    report(`systemd can't be told how the server is: ${(error as Error).message}`);
    return null;
  }
}

/**
 * Feeds systemd's watchdog as long as the event loop turns and the store answers, be it with an error: a full disk isn't
 * helped by a restart. It starves when the store is silent or dead.
 * @param answers resolves once the store has answered, to whether it can ever work again without a restart
 * @returns stops it
 */
export function feedWatchdog(
  { WATCHDOG_USEC }: SystemdEnvironment,
  { notify, answers, timers }: {
    notify: Notify;
    answers: () => Promise<boolean>;
    timers: Timers;
  },
): () => void {
  const within = Number(WATCHDOG_USEC) / 1_000;
  if (!(within > 0)) return () => {};
  let asking = false;
  const feed = async () => {
    if (asking) return;
    asking = true;
    if (await answers()) await notify("WATCHDOG=1");
    asking = false;
  };
  feed();
  return repeat(timers, feed, within / 2);
}
