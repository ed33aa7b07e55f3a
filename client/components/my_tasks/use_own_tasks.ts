import { useEffect, useRef, useState } from "preact/hooks";
import type { Task } from "../../../lib/model/task.ts";
import type { ListEvent, StreamEvent } from "../../shared/live_events.ts";
import type { OwnTaskList } from "../../shared/tasks/own_task.ts";
import { LiveStream } from "../live_stream.ts";
import { getJson, postForm } from "../post_form.ts";
import { ListReader } from "./list_reader.ts";
import { type OwnTasksState, withFinished, withList, withReopened } from "./own_tasks_state.ts";
import type { Say } from "./say_in.ts";
import type { FormerPlace, ShownTask } from "./shown_task.ts";

interface Options {
  list: OwnTaskList;
  /** The URL of the list as JSON. */
  listUrl: string;
  /** The URL of the live events of all projects. */
  eventsUrl: string;
  /** The URL that changes a task. */
  actionOf(task: ShownTask): string;
  say: Say;
}

/** The person's tasks, which are read again whenever the server tells that one has changed. */
export function useOwnTasks({ list, listUrl, eventsUrl, actionOf, say }: Options) {
  const current = useRef<OwnTasksState>({ list, finished: new Map(), said: "" });
  const [state, setState] = useState(current.current);
  const [online, setOnline] = useState(true);
  const [problem, setProblem] = useState("");
  const posting = useRef(new Set<number>());
  const set = (next: OwnTasksState) => setState(current.current = next);
  const texts = {
    error_unreachable: say("error_unreachable"),
    error_unknown_outcome: say("error_unknown_outcome"),
  };
  const readerRef = useRef<ListReader<OwnTaskList>>();
  const reader = readerRef.current ??= new ListReader(
    async () => {
      const answer = await getJson<OwnTaskList>(listUrl, texts, "tasks");
      return "error" in answer ? null : answer;
    },
    (list) => set(withList(current.current, list, say)),
  );

  useEffect(() => {
    const stream = new LiveStream<Exclude<ListEvent, StreamEvent>>({
      url: () => eventsUrl,
      onEvent({ type, data }) {
        if (type === "connection") {
          setOnline(data.online);
          if (data.online) reader.refresh();
        } else if (type === "projects") setOnline(true);
        else if (type === "tasks") {
          const { open, change } = current.current.list.count;
          if (data.change !== change || data.open !== open) reader.refresh();
        }
      },
      onLost: () => setOnline(false),
    });
    return () => stream.close();
  }, []);

  /** Finishes a task, or takes that back. */
  async function toggle(task: ShownTask): Promise<void> {
    const { id } = task;
    if (posting.current.has(id)) return;
    posting.current.add(id);
    setProblem("");
    const { status, before } = task.finished ?? { status: "done", before: null };
    const answer = await reader.during(postForm<{ task: Task; was?: FormerPlace }>(
      actionOf(task),
      { do: "move", status, before: String(before ?? ""), back: "tasks", undo: "1" },
      texts,
      "task",
    ));
    posting.current.delete(id);
    if ("error" in answer) return setProblem(answer.error.text);
    const was = answer.was ?? { status: task.status, before: null };
    set(
      task.finished === undefined
        ? withFinished(current.current, task, was, say)
        : withReopened(current.current, task, say),
    );
  }

  return { state, online, problem, toggle };
}
