import { useEffect, useReducer, useRef, useState } from "preact/hooks";
import type { Member, Project } from "../../../../lib/model/project.ts";
import type { Task } from "../../../../lib/model/task.ts";
import type { RoomEvent, TaskEvent } from "../../../shared/live_events.ts";
import { failureOf } from "../../../shared/refusal_codes.ts";
import { getJson, postForm } from "../../post_form.ts";
import { RoomStream } from "../../room/room_stream.ts";
import { BROWSER_TIMERS, RetryTimer } from "../../sending/queue/retry_timer.ts";
import type { BoardProps } from "../board_props.ts";
import {
  boardAfter,
  type BoardList,
  type BoardState,
  type HeardChange,
  initialBoard,
} from "./board_state.ts";
import { ChangeQueue } from "./change_queue.ts";

/** A room's stream that begins with what happens from now on: the server knows no later message or change. */
const FROM_NOW = { message: 999_999_999_999_999, change: 999_999_999_999_999 };

/** The project and its members, and whether events of it arrive. */
export interface ProjectState {
  me: string;
  project: Project;
  members: Member[];
  connected: boolean;
  paused: boolean;
  ended: "logged_out" | "not_a_member" | null;
  removedBy: string | null;
}

interface UseBoardOptions extends Pick<BoardProps, "view" | "me" | "texts"> {
  /** The address of a path below the project's. */
  url(path: string): string;
  /** Called with each change of a task. */
  onTask(event: TaskEvent): void;
  /** Called with a task that was changed on this page, as the server answers. */
  onAnswered(task: Task): void;
  onRefused(taskId: number, problem: string): void;
  /** Called when all tasks were read anew, since changes may have been missed. */
  onList(): void;
}

export interface Board {
  board: BoardState;
  project: ProjectState;
  /** Whether changes wait for a connection. */
  waiting: boolean;
  /**
   * Asks for a change of a task, which shows at once.
   * @param patch the values to show; null where the task is deleted
   * @param done called when it is done
   */
  ask(
    taskId: number,
    fields: Record<string, string>,
    patch: Partial<Task> | null,
    done?: () => void,
  ): void;
  /** Shows a task that the server has answered. */
  answered(task: Task): void;
}

/** A board that follows what everybody does, and sends what is done on this page. */
export function useBoard(
  { view, me, texts, url, onTask, onAnswered, onRefused, onList }: UseBoardOptions,
): Board {
  const [board, change] = useReducer(boardAfter, view, initialBoard);
  const [waiting, setWaiting] = useState(false);
  const [project, setProject] = useState<ProjectState>(() => ({
    ...{ me, project: view.project, members: view.members },
    ...{ connected: true, paused: false, ended: null, removedBy: null },
  }));
  const update = (part: Partial<ProjectState>) => setProject((before) => ({ ...before, ...part }));
  const latest = useRef({ onTask, onAnswered, onRefused, onList });
  latest.current = { onTask, onAnswered, onRefused, onList };
  const queue = useRef<ChangeQueue | null>(null);
  const done = useRef(new Map<number, () => void>());
  const answer = useRef<(task: Task) => void>(() => {});
  const lastKey = useRef(0);

  useEffect(() => {
    /** The changes that the server has told since the list was asked for; null while it isn't. */
    let heard: HeardChange[] | null = null;
    let again = false;
    /** How often the list was read. */
    let lists = 0;
    let closed = false;
    const pause = new RetryTimer(BROWSER_TIMERS, Math.random, () => void readList());

    function tell(told: HeardChange): void {
      heard?.push(told);
      change(told);
    }

    async function readList(): Promise<void> {
      again = heard !== null;
      if (again) return;
      pause.end();
      heard = [];
      const list = await getJson<BoardList>(url("/tasks"), texts, "tasks");
      const told = heard;
      heard = null;
      if (closed) return;
      if ("error" in list) {
        // Else the board would miss something. Whoever has to log in, or is no member, learns so by the stream.
        const failure = failureOf(list.error.code);
        if (failure === "unknown" || failure === "later") pause.begin(true);
        return;
      }
      pause.reset();
      lists++;
      change({ type: "list", data: list, heard: told });
      latest.current.onList();
      if (again) void readList();
    }
    answer.current = (task) => tell({ type: "answered", key: 0, data: task, did: "added" });

    function end(key: number): void {
      done.current.get(key)?.();
      done.current.delete(key);
    }

    const changes = queue.current = new ChangeQueue({
      async post({ taskId, fields }) {
        const before = lists;
        const answer = await postForm<{ task: Task }>(
          url(`/tasks/${taskId}`),
          fields,
          texts,
          "task",
        );
        // The list may have what was done after it, such as a deletion of what it brought back.
        if (before !== lists) void readList();
        return answer;
      },
      onAnswered({ key, fields }, task) {
        const did = fields.do === "delete"
          ? "deleted"
          : fields.do === "restore"
          ? "added"
          : "changed";
        tell({ type: "answered", key, data: task, did });
        if (did !== "deleted") latest.current.onAnswered(task);
        end(key);
      },
      onRefused({ key, taskId, fields }, { code, text }) {
        // Somebody else was faster, or the answer to an earlier try was lost.
        if (fields.do === "delete" && code === "task_not_found") {
          tell({ type: "gone", key, taskId });
          return end(key);
        }
        change({ type: "refused", key });
        done.current.delete(key);
        latest.current.onRefused(taskId, text);
      },
      onWaiting: setWaiting,
      timers: BROWSER_TIMERS,
      random: Math.random,
    });

    const stream = new RoomStream({
      url: url("/events"),
      cursor: FROM_NOW,
      onEvent(event: RoomEvent) {
        switch (event.type) {
          case "task":
            tell(event);
            latest.current.onTask(event.data);
            if (event.data.reordered) void readList();
            break;
          case "presence":
            update({ ...event.data, connected: true, paused: false, ended: null });
            changes.retry();
            // The events of what happened before don't come again.
            void readList();
            break;
          case "members": {
            const { added, removed, by } = event.data;
            setProject((before) => ({
              ...before,
              members: [
                ...before.members.filter(({ username }) =>
                  !removed.includes(username) && !added.includes(username)
                ),
                ...added.map((username) => ({ username, role: "member" as const, online: false })),
              ],
              removedBy: removed.includes(me) ? by : before.removedBy,
            }));
            break;
          }
          case "name": {
            const { user, name } = event.data;
            setProject((before) => ({
              ...before,
              members: before.members.map((member) =>
                member.username === user ? { ...member, name: name ?? undefined } : member
              ),
            }));
            break;
          }
          case "project":
            update({ project: event.data.project });
            break;
          case "connection":
            update({ connected: event.data.online, paused: false });
            break;
          case "paused":
            update({ paused: true });
            break;
          case "ended":
            update({ ended: event.data.reason });
        }
      },
      onLost: () => update({ connected: false, paused: false }),
    });
    return () => {
      closed = true;
      pause.end();
      stream.close();
      changes.close();
    };
  }, []);

  // A request under way completes even if the page is left; what waits would be lost.
  const unsent = waiting || board.pending.length > 1;
  useEffect(() => {
    if (!unsent) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [unsent]);

  return {
    board,
    project,
    waiting,
    ask(taskId, fields, patch, whenDone) {
      const key = ++lastKey.current;
      if (whenDone !== undefined) done.current.set(key, whenDone);
      change({ type: "pending", data: { key, taskId, patch } });
      queue.current!.add({ key, taskId, fields });
    },
    answered: (task) => answer.current(task),
  };
}
