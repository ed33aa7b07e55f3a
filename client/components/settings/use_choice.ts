import { useEffect, useState } from "preact/hooks";
import { type KeptChoice, readChoice } from "./kept_choice.ts";

/** A choice of this browser: null before the page is live; it follows the other tabs. */
export function useChoice<Value extends string>(choice: KeptChoice<Value>) {
  const [value, setValue] = useState<Value | null>(null);

  useEffect(() => {
    const read = () => setValue(readChoice(choice));
    read();
    const stop = new AbortController();
    const { signal } = stop;
    addEventListener("storage", ({ key }: StorageEvent) => {
      // Without a key everything was cleared.
      if (key === choice.key || key === null) read();
    }, { signal });
    // A page that comes back from the browser's history heard of nothing.
    addEventListener("pageshow", read, { signal });
    return () => stop.abort();
  }, []);

  return {
    value,
    /** Returns whether the choice is kept; if not, it is as before. */
    choose(next: Value): boolean {
      try {
        localStorage.setItem(choice.key, next);
      } catch {
        return false;
      }
      setValue(next);
      return true;
    },
  };
}
