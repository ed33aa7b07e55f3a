import type { Message } from "../../lib/model/message.ts";
import type { Task } from "../../lib/model/task.ts";
import type { Event } from "../../lib/protocol/events.ts";
import { ListSubscriber } from "./list_subscriber.ts";
import { ProjectListFeed } from "./project_list_feed.ts";
import { RoomFeed } from "./room_feed.ts";
import type { Cursor } from "../shared/cursor.ts";
import type { StreamEvent } from "../shared/live_events.ts";
import { SharedStream } from "./shared_stream.ts";
import { StreamLimit } from "./stream_limit.ts";
import { RoomSubscriber } from "./room_subscriber.ts";
import type { TaskCount } from "../shared/tasks/task_count.ts";
import type { Timers } from "../../lib/timers.ts";
import type { Upstream } from "../upstream/upstream.ts";

export interface LiveStreamsOptions {
  token: string;
  username: string;
  upstream: Upstream;
  timers: Timers;
  random: () => number;
  /** Reads the person's open tasks. */
  readTasks(): Promise<{ tasks: Task[]; last_change: number }>;
  /** Called when the token is invalid or has expired. */
  loggedOut(): void;
}

/** The streams of a session's tabs. Routes the events of the session's connection to them. */
export class LiveStreams {
  readonly #options: LiveStreamsOptions;
  readonly #rooms = new Map<number, RoomFeed>();
  readonly #list: ProjectListFeed;
  readonly #streams = new StreamLimit();
  readonly #shared = new Map<string, SharedStream>();

  constructor(options: LiveStreamsOptions) {
    this.#options = options;
    this.#list = new ProjectListFeed({ ...options, wanted: () => this.busy });
  }

  /** Whether a tab has a stream open. */
  get busy(): boolean {
    return this.#streams.size > 0;
  }

  /** How many open tasks the person has, where the events tell; else null. */
  get tasks(): TaskCount | null {
    return this.#list.tasks;
  }

  room(projectId: number, cursor: Cursor): RoomSubscriber {
    const subscriber: RoomSubscriber = this.#room(projectId)
      .subscribe(cursor, () => this.#streams.delete(subscriber));
    this.#streams.add(subscriber);
    this.#list.watch();
    return subscriber;
  }

  list(): ListSubscriber {
    const subscriber: ListSubscriber = this.#list
      .subscribe(() => this.#streams.delete(subscriber));
    this.#streams.add(subscriber);
    this.#list.watch();
    this.#options.upstream.wake();
    return subscriber;
  }

  /** Opens the one stream of a browser whose tabs share it. */
  shared(): SharedStream {
    const stream: SharedStream = new SharedStream({
      room: (projectId, after, closed, limits) => {
        const subscriber = this.#room(projectId).subscribe(after, closed, limits);
        this.#list.watch();
        return subscriber;
      },
      list: () => {
        this.#options.upstream.wake();
        return this.#list.subscribe(() => {});
      },
      refreshList: () => this.#list.refresh(),
    }, () => {
      this.#streams.delete(stream);
      this.#shared.delete(stream.key);
    });
    this.#streams.add(stream);
    this.#shared.set(stream.key, stream);
    return stream;
  }

  /** Returns the open stream with this key. */
  sharedStream(key: string): SharedStream | undefined {
    return this.#shared.get(key);
  }

  connected(): void {
    this.#eachRoom((room) => room.connected());
    this.#list.watch();
  }

  lost(): void {
    this.#eachRoom((room) => room.lost());
    this.#list.lost();
  }

  /** Handles an event of the session's connection. */
  event(event: Event): void {
    switch (event.type) {
      case "chat":
        return this.message(event.data);
      case "edit":
      case "delete":
        this.#rooms.get(event.data.project_id)?.changed(event.data);
        return this.changed(event.data);
      case "enter":
      case "leave":
      case "typing":
        return this.#rooms.get(event.data.project_id)?.notice(event);
      case "name":
        return this.#rooms.get(event.data.project_id)?.notice(event);
      case "members": {
        const { names, ...change } = event.data;
        const { project_id, added, removed } = change;
        const room = this.#rooms.get(project_id);
        room?.notice({ type: "members", data: change });
        for (const [user, name] of Object.entries(names ?? {})) {
          if (typeof name === "string") {
            room?.notice({ type: "name", data: { project_id, user, name } });
          }
        }
        return this.#list.heard((list) => list.members(project_id, added.length - removed.length));
      }
      case "project": {
        const { change, project } = event.data;
        if (change !== "added" && change !== "removed") {
          this.#rooms.get(project.id)?.notice({ type: "project", data: { change, project } });
        }
        return this.#list.anew();
      }
      case "unread": {
        const { project_id, unread, message } = event.data;
        return this.#list.heard((list) => list.unread(project_id, unread, message));
      }
      case "task":
        this.#rooms.get(event.data.task.project_id)?.notice(event);
        return this.#list.task(event.data);
      case "mention":
        this.#eachRoom((room) => room.notice(event));
        this.#list.mention(event.data);
        return this.#list.heard((list) => list.mention(event.data));
    }
  }

  /** Handles a `chat` event, or the answer to a message sent on this connection, which stands for one. */
  message(message: Message): void {
    this.#rooms.get(message.project_id)?.message(message);
    this.#list.heard((list) => list.message(message));
  }

  /** Handles an edited or deleted message in the project list, reported by an event or an answer. */
  changed(message: Message): void {
    this.#list.heard((list) => list.changed(message));
  }

  /** Handles the answer to `read`. */
  read(projectId: number, messageId: number, left: { unread: number; mentions: number }): void {
    this.#list.heard((list) => list.read(projectId, messageId, left));
  }

  /** Ends every stream. If `reason` is null, browsers reconnect. */
  end(reason: "logged_out" | null): void {
    this.#eachRoom((room) => room.end(reason));
    const last: (StreamEvent & { type: "ended" }) | undefined = reason === null
      ? undefined
      : { type: "ended", data: { reason } };
    this.#list.end(last);
    for (const stream of [...this.#shared.values()]) stream.end(last);
  }

  #room(projectId: number): RoomFeed {
    let room = this.#rooms.get(projectId);
    if (room === undefined) {
      room = new RoomFeed({
        ...this.#options,
        projectId,
        fetched: (messages) =>
          this.#list.heard((list) =>
            messages.map((message) => list.message(message)).some(Boolean)
          ),
        left: () => this.#rooms.delete(projectId),
      });
      this.#rooms.set(projectId, room);
    }
    return room;
  }

  #eachRoom(act: (room: RoomFeed) => void): void {
    for (const room of [...this.#rooms.values()]) act(room);
  }
}
