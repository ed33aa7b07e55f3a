import { useEffect, useRef, useState } from "preact/hooks";

/** Typing is announced at most this often; the server forwards no more. */
const ANNOUNCE_INTERVAL_MS = 3_000;
const EXPIRY_MS = 5_000;

/** Shows who else is typing, and announces the user's own typing. */
export function useTyping(action: string) {
  const [names, setNames] = useState<readonly string[]>([]);
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const announcedAt = useRef(-Infinity);

  function stopped(user: string): void {
    clearTimeout(timers.current.get(user));
    if (timers.current.delete(user)) setNames([...timers.current.keys()]);
  }

  useEffect(() => () => timers.current.forEach((timer) => clearTimeout(timer)), []);

  return {
    names,
    stopped,
    heard(user: string): void {
      clearTimeout(timers.current.get(user));
      timers.current.set(user, setTimeout(() => stopped(user), EXPIRY_MS));
      setNames([...timers.current.keys()]);
    },
    /** Call when the user has typed something. */
    wrote(): void {
      if (performance.now() - announcedAt.current < ANNOUNCE_INTERVAL_MS) return;
      announcedAt.current = performance.now();
      const headers = { accept: "application/json" };
      // A lost announcement does no harm.
      fetch(action, { method: "POST", headers, body: new URLSearchParams() }).catch(() => {});
    },
  };
}
