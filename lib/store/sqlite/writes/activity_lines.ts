import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { Activity, Message } from "../../../model/message.ts";
import { toMessage } from "../rows.ts";
import type { RoomCache } from "./room_cache.ts";

/** A line of activity to be written; `userId`: the user who did it; `at` is in Unix milliseconds. */
export interface NewActivity {
  projectId: number;
  userId: number;
  activity: Activity;
  at: number;
}

/** Writes lines of activity into a project's log, inside the transaction of the change that they tell. */
export class ActivityLines {
  readonly #rooms: RoomCache;
  readonly #place: StatementSync;
  readonly #insert: StatementSync;

  constructor(database: DatabaseSync, rooms: RoomCache) {
    this.#rooms = rooms;
    this.#place = database.prepare(
      `SELECT u.username, newest.timestamp, newest.ordinal
       FROM users u
         LEFT JOIN chats newest ON newest.id = (SELECT max(id) FROM chats WHERE room_id = ?1)
       WHERE u.id = ?2`,
    );
    this.#insert = database.prepare(
      `INSERT INTO chats (room_id, user, message, timestamp, ordinal, activity)
       VALUES (?, ?, '', ?, ?, ?)`,
    );
  }

  /** The line gets the ordinal of the message before it, so that nobody's unread count changes. */
  add({ projectId, userId, activity, at }: NewActivity): Message {
    const place = this.#place.get(projectId, userId) as {
      username: string;
      timestamp: number | null;
      ordinal: number | null;
    };
    const timestamp = Math.max(at, place.timestamp ?? 0);
    const stored = JSON.stringify(activity);
    const { lastInsertRowid } = this.#insert.run(
      projectId,
      userId,
      timestamp,
      place.ordinal ?? 0,
      stored,
    );
    const room = this.#rooms.room(projectId);
    if (room !== undefined) room.timestamp = timestamp;
    return toMessage({
      id: Number(lastInsertRowid),
      room_id: projectId,
      username: place.username,
      message: "",
      timestamp,
      edited_at: null,
      deleted_at: null,
      activity: stored,
      task_id: null,
    });
  }
}
