import { useRef, useState } from "preact/hooks";
import type { Typing, TypingOptions } from "./typing.ts";

/** Shows who else is typing, and announces the user's own typing, with code that is loaded when somebody types. */
export function useTyping(options: Omit<TypingOptions, "show">) {
  const [text, show] = useState("");
  const loading = useRef<Promise<Typing>>();

  function tell(act: (typing: Typing) => void): void {
    loading.current ??= import("./typing.ts").then(({ Typing }) =>
      new Typing({ ...options, show })
    );
    // A lost announcement does no harm.
    loading.current.then(act, () => loading.current = undefined);
  }

  return {
    /** The sentence about those who are typing. */
    text,
    heard: (user: string) => tell((typing) => typing.heard(user)),
    stopped(user: string): void {
      if (loading.current !== undefined) tell((typing) => typing.stopped(user));
    },
    /** Call when the user has typed something. */
    wrote: () => tell((typing) => typing.wrote()),
  };
}
