import { useEffect, useRef, useState } from "preact/hooks";

/** Others are told this often at most; the server tells no more. */
const TELL_EVERY_MS = 3_000;
const GONE_AFTER_MS = 5_000;

/** Who of the others is writing, and telling them that the person is. */
export function useTyping(action: string) {
  const [names, setNames] = useState<readonly string[]>([]);
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const told = useRef(-Infinity);

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
      timers.current.set(user, setTimeout(() => stopped(user), GONE_AFTER_MS));
      setNames([...timers.current.keys()]);
    },
    /** The person has written something. */
    wrote(): void {
      if (performance.now() - told.current < TELL_EVERY_MS) return;
      told.current = performance.now();
      const headers = { accept: "application/json" };
      // Nobody misses it.
      fetch(action, { method: "POST", headers, body: new URLSearchParams() }).catch(() => {});
    },
  };
}
