import { useEffect, useState } from "preact/hooks";
import type { CommandProps } from "./command_gate.ts";

/** Loaded when a text begins with a slash. */
type View = typeof import("./command_view.tsx");

/** Tells what a typed command will do, and did; the code for it is loaded when the first one is begun. */
export function CommandLine(props: CommandProps) {
  const { gate } = props;
  const [view, setView] = useState<View | null>(null);
  const [problem, setProblem] = useState("");

  useEffect(() => {
    if (view !== null) return;
    const textarea = gate.options.field.current!;
    const load = () => import("./command_view.tsx").then(setView);
    const look = () => {
      setProblem("");
      // If loading fails, it is tried again with the next key.
      if (textarea.value.startsWith("/")) load().catch(() => {});
    };
    look();
    textarea.addEventListener("input", look);
    gate.listen(() =>
      load().catch(() => {
        gate.take();
        setProblem(gate.options.texts.command_not_loaded);
      })
    );
    return () => textarea.removeEventListener("input", look);
  }, [view]);

  if (view !== null) return <view.CommandView {...props} />;
  return problem === "" ? null : <p class="problem" role="alert">{problem}</p>;
}
