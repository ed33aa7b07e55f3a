import type { Message } from "../../lib/model/message.ts";
import type { Member, Project } from "../../lib/model/project.ts";
import { cursorText } from "../shared/cursor.ts";
import { EventQueue, type QueueLimits } from "./event_queue.ts";
import type { Cursor } from "../shared/cursor.ts";
import type { Numbered, RoomEvent } from "../shared/live_events.ts";

/** The part of an `ok enter` answer that holds messages. */
export interface EnterPage {
  /** Edited or deleted messages up to the position from which the room was entered. */
  changed: Message[];
  messages: Message[];
  /** Whether to enter again to fetch further messages or changes. */
  more: boolean;
  last_id: number;
  last_change: number;
}

/** The room events of one tab. */
export class RoomSubscriber extends EventQueue<Numbered<RoomEvent>> {
  /** Position of what was passed on: every message up to this one and none after it, as edited up to this change. */
  cursor: Cursor;
  /** Whether messages and edits come as events; while false, they come with the next page of `enter`. */
  live = false;
  #presenceKnown = false;
  #offline = false;

  constructor(after: Cursor, closed: () => void, limits?: QueueLimits) {
    super(closed, limits);
    this.cursor = { ...after };
  }

  /** Queues a message of a page or an event, unless it was passed on before. */
  message(message: Message): void {
    if (message.id <= this.cursor.message) return;
    const cursor = { ...this.cursor, message: message.id };
    if (this.push({ type: "chat", data: message, id: cursorText(cursor) })) this.cursor = cursor;
  }

  /** Queues an `edit` or `delete` event. It has no change number, so a page may repeat it, which is harmless. */
  changed(message: Message): void {
    if (message.id <= this.cursor.message) this.push(changeEvent(message));
  }

  /** Queues what this tab lacks of a page, which may begin before the tab's cursor. */
  page({ changed, messages, more, last_id, last_change }: EnterPage): void {
    const again = messages.filter(({ edited_at, deleted }) => edited_at !== undefined || deleted);
    const edits = [...changed, ...again].filter(({ id }) => id <= this.cursor.message);
    const { change } = this.cursor;
    // Edits of messages after the page are not known yet.
    const reached = !more || last_id >= this.cursor.message;
    const next = !reached ? change : more ? Math.max(change, last_change) : last_change;
    edits.forEach((message, at) => {
      const id = cursorText({ ...this.cursor, change: next });
      this.push({ ...changeEvent(message), ...(at === edits.length - 1 && reached ? { id } : {}) });
    });
    this.cursor = { ...this.cursor, change: next };
    for (const message of messages) this.message(message);
    // A cursor from before the server's data was replaced would wait for messages that never come.
    if (!more) this.cursor.message = Math.min(this.cursor.message, last_id);
  }

  /** Queues the state of the room as entered; later changes come through `notice`. */
  presence(project: Project, members: Member[]): void {
    if (this.#presenceKnown) return;
    this.#presenceKnown = true;
    if (this.#offline) this.push({ type: "connection", data: { online: true } });
    this.#offline = false;
    this.push({ type: "presence", data: { project, members } });
  }

  notice(event: RoomEvent): void {
    if (this.#presenceKnown) this.push(event);
  }

  offline(): void {
    this.live = false;
    this.#presenceKnown = false;
    if (this.#offline) return;
    this.#offline = true;
    this.push({ type: "connection", data: { online: false } });
  }
}

function changeEvent(message: Message): RoomEvent {
  return { type: message.deleted ? "delete" : "edit", data: message };
}
