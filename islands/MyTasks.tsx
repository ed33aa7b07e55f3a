import { useEffect } from "preact/hooks";
import type { LiveTasksProps } from "../client/components/my_tasks/live_tasks.tsx";

/** Makes the list of the person's tasks live, which stands beside it; until then its forms do without script. */
export default function MyTasks(props: LiveTasksProps) {
  useEffect(() => {
    import("../client/components/my_tasks/live_tasks.tsx").then(
      ({ startLive }) => startLive(props),
      () => {},
    );
  }, []);
  return null;
}
