import type { Language } from "./i18n/language.ts";
import type { ServerAddress } from "./server_address.ts";
import type { Message, MessagePage } from "../lib/model/message.ts";
import type { Member, MemberRole, Project, ProjectSummary } from "../lib/model/project.ts";
import type { User } from "../lib/model/user.ts";

/** What the middlewares leave for routes in `ctx.state`. */
export interface State {
  language: Language;
  /** Null for somebody who has not logged in. */
  session: PersonSession | null;
  /** To register and to log in. */
  gate: Gate;
  server: ServerChoice;
}

/** The server that this client speaks to. */
export interface ServerChoice {
  /** `HOST:PORT`, `tls://` before it for TLS. */
  readonly address: string;
  /** Why pages can't change it: this client brought it along, or others than this machine reach the pages. */
  readonly fixed: "with_server" | "open_host" | null;
  /** From now on; what goes on with the server before ends. */
  change(server: ServerAddress): void;
}

/** What a stranger may ask of one server. Both throw ChungError, or ServerUnreachable. */
export interface Gate {
  /** `HOST:PORT` of the server that is asked, `tls://` before it for TLS. */
  readonly server: string;
  /** Whether others on the way could read what is sent there. */
  readonly inTheClear: boolean;
  /** Why it can't be asked now, or could not a moment ago; null where it answers. Never throws. */
  absence(): Promise<ServerUnreachable | null>;
  register(username: string, password: string): Promise<User>;
  /** The token goes into the browser's cookie, and never to script. */
  login(
    username: string,
    password: string,
  ): Promise<{ token: string; user: User; expires_at: string }>;
}

/** A room as its page shows it first: its newest messages, or those around one of them. */
export interface RoomView {
  project: Project;
  role: MemberRole;
  members: Member[];
  /** Oldest first. */
  messages: Message[];
  /** Whether older messages exist. */
  more: boolean;
  /** Whether newer messages exist than `messages` holds. */
  newer: boolean;
  /** Where live events go on: the newest message, and the newest edit or deletion, when the page was made. */
  cursor: Cursor;
  /** Messages of others after `last_read_id`, and how many of them mention the person. */
  unread: number;
  mentions: number;
  last_read_id: number;
}

/** What a page has of a room: every message up to `message`, as edited and deleted up to `change`. 0 is nothing. */
export interface Cursor {
  message: number;
  change: number;
}

/** How a stream of events begins, breaks and ends. */
export type StreamEvent =
  /** `online` is false while the server can't be reached. */
  | { type: "connection"; data: { online: boolean } }
  /** The stream ends, since other tabs took its place: ask again when the tab is looked at. */
  | { type: "paused"; data: Record<string, never> }
  /** The person was logged out, or is no longer a member: the stream ends. */
  | { type: "ended"; data: { reason: "logged_out" | "not_a_member" } };

/** A live event of a room as islands receive it: the protocol's type and JSON. */
export type RoomEvent =
  | { type: "chat" | "edit" | "delete"; data: Message }
  | { type: "enter" | "leave" | "typing"; data: { project_id: number; user: string } }
  | {
    type: "members";
    data: { project_id: number; added: string[]; removed: string[]; by: string };
  }
  | { type: "project"; data: { change: "renamed" | "transferred"; project: Project } }
  /** In any project of the person's: this is no part of the room's log. */
  | { type: "mention"; data: Message }
  /** The room as it is now; sent first, and again after every reconnection. */
  | { type: "presence"; data: { project: Project; members: Member[] } }
  | StreamEvent;

/** `id`: what a browser that has read the event resumes from; without one it is as before. */
export type Numbered<Event> = Event & { id?: string };

/** A live event of the list of projects as its island receives it. */
export type ListEvent =
  /** The whole list as it is now, latest activity first; sent first, and again when something has changed. */
  | { type: "projects"; data: { projects: ProjectSummary[] } }
  | { type: "mention"; data: Message }
  | StreamEvent;

/** Events on their way to one tab, in their order. */
export interface LiveEvents<Event> {
  /** The next one, when it has come. */
  next(): Promise<IteratorResult<Event>>;
  /** Those that have come already and were not read, the first of them up to `size` UTF-16 units or a little more. */
  take(size: number): Event[];
  close(): void;
}

/**
 * One logged-in browser session: its requests share one connection to the server.
 * All throw ChungError as the server answered, or ServerUnreachable.
 */
export interface PersonSession {
  readonly user: User;
  projects(): Promise<ProjectSummary[]>;
  /** `tag` makes a repeated post harmless (docs/PROTOCOL.md, `@tag`). */
  createProject(name: string, tag?: string): Promise<Project>;
  /** `names` as typed, split by `,` `;` or spaces. */
  addMembers(projectId: number, names: string): Promise<{ added: string[]; already: string[] }>;
  /** Takes somebody, or the person, out of a project. */
  removeMember(projectId: number, username: string): Promise<void>;
  /** Gives the project to another member. */
  transfer(projectId: number, username: string): Promise<Project>;
  rename(projectId: number, name: string): Promise<Project>;
  /**
   * The room without entering it: around message `at`; where that is null around the first unread one, or the newest
   * page when there is none.
   */
  room(projectId: number, at: number | null): Promise<RoomView>;
  /** The newest messages before one, or the oldest after one, oldest first. */
  history(projectId: number, from: { before: number } | { after: number }): Promise<MessagePage>;
  /** One message, or null when there is none of this number in the project. */
  message(projectId: number, messageId: number): Promise<Message | null>;
  chat(projectId: number, text: string, tag?: string): Promise<Message>;
  edit(messageId: number, text: string): Promise<Message>;
  delete(messageId: number): Promise<Message>;
  /** Everything up to this message is read. */
  read(projectId: number, messageId: number): Promise<{ unread: number; mentions: number }>;
  /** Others in the room see it for some seconds. */
  typing(projectId: number): Promise<void>;
  /** Best first. */
  search(projectId: number, query: string): Promise<Message[]>;
  /** Enters the room while the stream is read; resumes after `cursor` without a gap. */
  events(projectId: number, cursor: Cursor): LiveEvents<Numbered<RoomEvent>>;
  /** Watches all of the person's projects while the stream is read. */
  watch(): LiveEvents<ListEvent>;
  logout(): Promise<void>;
}

/** What is wrong with the server's certificate, or that it doesn't speak TLS where it has to. */
export const DISTRUSTS = [
  "tls_untrusted",
  "tls_authority",
  "tls_wrong_name",
  "tls_expired",
  "tls_absent",
] as const;

export type Distrust = typeof DISTRUSTS[number];

/** The server can't be reached now; the client keeps trying. */
export class ServerUnreachable extends Error {
  override readonly name = "ServerUnreachable";
  /** Why nothing is sent to it though it is there; null where it isn't. */
  readonly distrust: Distrust | null;

  constructor(message: string, distrust: Distrust | null = null) {
    super(message);
    this.distrust = distrust;
  }
}
