import { isActivity, type Message } from "../../lib/model/message.ts";
import type { ProjectSummary } from "../../lib/model/project.ts";

/** Whether a change altered the list; `unknown` if only the server knows what the list is now. */
export type ListChange = boolean | "unknown";

/** A person's projects as answered to `watch`, kept up to date by what the connection hears afterwards. */
export class WatchedProjects {
  readonly #username: string;
  readonly #rows: Map<number, ProjectSummary>;
  readonly #more: boolean;

  /** @param more whether the person has projects that are not in the list */
  constructor(username: string, projects: ProjectSummary[], more: boolean) {
    this.#username = username;
    this.#more = more;
    this.#rows = new Map(projects.map((project) => [project.id, project]));
  }

  /** The projects, latest activity first, in the server's order. */
  get projects(): ProjectSummary[] {
    return [...this.#rows.values()].sort((a, b) => {
      const [one, other] = [activity(a), activity(b)];
      return one === other ? b.id - a.id : one < other ? 1 : -1;
    });
  }

  /** Applies an `unread` event. */
  unread(projectId: number, unread: number, message: Message): ListChange {
    return this.#change(projectId, (row) => ({ ...row, unread, last_message: message }));
  }

  /**
   * Applies a message of a room that the connection is in, which gets no `unread` event. Repetitions are ignored, and
   * lines of activity, which are in no list.
   */
  message(message: Message): ListChange {
    if (isActivity(message)) return false;
    return this.#change(message.project_id, (row) => {
      if (message.id <= (row.last_message?.id ?? 0)) return null;
      const counts = !this.#isOwn(message) && !message.deleted;
      return { ...row, unread: row.unread + (counts ? 1 : 0), last_message: message };
    });
  }

  /** Applies an edited or deleted message. */
  changed(message: Message): ListChange {
    const row = this.#rows.get(message.project_id);
    // It may have counted as unread, or may no longer mention the person.
    if (row !== undefined && !this.#isOwn(message) && message.id > row.last_read_id) {
      return "unknown";
    }
    return this.#change(message.project_id, (row) => {
      return row.last_message?.id === message.id ? { ...row, last_message: message } : null;
    });
  }

  mention(message: Message): ListChange {
    return this.#change(message.project_id, (row) => {
      if (this.#isOwn(message) || message.id <= row.last_read_id) return null;
      return { ...row, mentions: row.mentions + 1 };
    });
  }

  /** A task of a project is the person's no more; that it was assigned counted as a mention if it wasn't read. */
  unassigned(projectId: number): ListChange {
    return this.#rows.get(projectId)?.mentions === 0 ? false : "unknown";
  }

  read(
    projectId: number,
    messageId: number,
    left: { unread: number; mentions: number },
  ): ListChange {
    return this.#change(projectId, (row) => ({
      ...row,
      ...left,
      last_read_id: Math.max(row.last_read_id, Math.min(messageId, row.last_message?.id ?? 0)),
    }));
  }

  members(projectId: number, difference: number): ListChange {
    return this.#change(projectId, (row) => ({ ...row, members: row.members + difference }));
  }

  #change(
    projectId: number,
    change: (row: ProjectSummary) => ProjectSummary | null,
  ): ListChange {
    const row = this.#rows.get(projectId);
    // Without further projects, the person is being added to or removed from it, which a `project` event reports.
    if (row === undefined) return this.#more ? "unknown" : false;
    const changed = change(row);
    if (changed === null) return false;
    this.#rows.set(projectId, changed);
    return true;
  }

  #isOwn({ user }: Message): boolean {
    return user === this.#username;
  }
}

function activity({ last_message, created_at }: ProjectSummary): string {
  return last_message?.timestamp ?? created_at;
}
