import { useEffect, useReducer, useRef, useState } from "preact/hooks";
import type { Member, Project } from "../../../../lib/model/project.ts";
import type { Task } from "../../../../lib/model/task.ts";
import type { RoomEvent, TaskEvent } from "../../../shared/live_events.ts";
import { getJson, postForm } from "../../post_form.ts";
import { RoomStream } from "../../room/room_stream.ts";
import type { BoardProps } from "../board_props.ts";
import { boardAfter, type BoardList, type BoardState, initialBoard } from "./board_state.ts";
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
   * @param done called with the task when the server has done it
   */
  ask(
    taskId: number,
    fields: Record<string, string>,
    patch: Partial<Task> | null,
    done?: (task: Task) => void,
  ): void;
  /** Shows a task that the server has answered. */
  answered(task: Task): void;
}

/** A board that follows what everybody does, and sends what is done on this page. */
export function useBoard(
  { view, me, texts, url, onTask, onRefused, onList }: UseBoardOptions,
): Board {
  const [board, change] = useReducer(boardAfter, view, initialBoard);
  const [waiting, setWaiting] = useState(false);
  const [project, setProject] = useState<ProjectState>(() => ({
    ...{ me, project: view.project, members: view.members },
    ...{ connected: true, paused: false, ended: null, removedBy: null },
  }));
  const update = (part: Partial<ProjectState>) => setProject((before) => ({ ...before, ...part }));
  const latest = useRef({ onTask, onRefused, onList });
  latest.current = { onTask, onRefused, onList };
  const queue = useRef<ChangeQueue | null>(null);
  const done = useRef(new Map<number, (task: Task) => void>());
  const lastKey = useRef(0);

  useEffect(() => {
    /** Events since the list was asked for; null while it isn't. */
    let heard: TaskEvent[] | null = null;
    let again = false;
    let closed = false;

    async function readList(): Promise<void> {
      again = heard !== null;
      if (again) return;
      heard = [];
      const list = await getJson<BoardList>(url("/tasks"), texts, "tasks");
      const events = heard;
      heard = null;
      if (closed) return;
      if (!("error" in list)) {
        change({ type: "list", data: list, heard: events });
        latest.current.onList();
      }
      if (again) void readList();
    }

    const changes = queue.current = new ChangeQueue({
      post: ({ taskId, fields }) =>
        postForm<{ task: Task }>(url(`/tasks/${taskId}`), fields, texts, "task"),
      onAnswered({ key, fields }, task) {
        change({ type: "answered", key, data: task, deleted: fields.do === "delete" });
        done.current.get(key)?.(task);
        done.current.delete(key);
      },
      onRefused({ key, taskId, fields }, { code, text }) {
        change({ type: "refused", key });
        done.current.delete(key);
        // Somebody else was faster.
        if (fields.do === "delete" && code === "task_not_found") return;
        latest.current.onRefused(taskId, text);
      },
      onWaiting: setWaiting,
      timers: { set: setTimeout, clear: (timer) => clearTimeout(timer as number) },
      random: Math.random,
    });

    const stream = new RoomStream({
      url: url("/events"),
      cursor: FROM_NOW,
      onEvent(event: RoomEvent) {
        switch (event.type) {
          case "task":
            heard?.push(event.data);
            change({ type: "task", data: event.data });
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
      stream.close();
      changes.close();
    };
  }, []);

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
    answered: (task) => change({ type: "answered", key: 0, data: task, deleted: false }),
  };
}
