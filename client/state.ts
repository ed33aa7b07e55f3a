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
  /** `HOST:PORT`. */
  readonly address: string;
  /** Why pages can't change it: this client brought it along, or others than this machine reach the pages. */
  readonly fixed: "with_server" | "open_host" | null;
  /** From now on; what goes on with the server before ends. */
  change(server: ServerAddress): void;
}

/** What a stranger may ask of one server. Both throw ChungError, or ServerUnreachable. */
export interface Gate {
  /** `HOST:PORT` of the server that is asked. */
  readonly server: string;
  /** Whether it answers now, or did a moment ago; never throws. */
  reachable(): Promise<boolean>;
  register(username: string, password: string): Promise<User>;
  /** The token goes into the browser's cookie, and never to script. */
  login(
    username: string,
    password: string,
  ): Promise<{ token: string; user: User; expires_at: string }>;
}

/** A room as its page shows it first. */
export interface RoomView {
  project: Project;
  role: MemberRole;
  members: Member[];
  /** Oldest first. */
  messages: Message[];
  /** Whether older messages exist. */
  more: boolean;
  /** The id of the newest message, 0 in an empty room: where live events go on. */
  last_id: number;
}

/** A live event of a room as islands receive it: the protocol's type and JSON. */
export type RoomEvent =
  | { type: "chat"; data: Message }
  | { type: "enter" | "leave"; data: { project_id: number; user: string } }
  | {
    type: "members";
    data: { project_id: number; added: string[]; removed: string[]; by: string };
  }
  /** The members as they are now; sent first, and again after every reconnection. */
  | { type: "presence"; data: { members: Member[] } }
  /** `online` is false while the server can't be reached. */
  | { type: "connection"; data: { online: boolean } }
  /** The stream ends, since other tabs took its place: ask again when the tab is looked at. */
  | { type: "paused"; data: Record<string, never> }
  /** The person was logged out, or is no longer a member: the stream ends. */
  | { type: "ended"; data: { reason: "logged_out" | "not_a_member" } };

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
  /** The room without entering it: `beforeId` null for the newest page. */
  room(projectId: number): Promise<RoomView>;
  history(projectId: number, beforeId: number): Promise<MessagePage>;
  chat(projectId: number, text: string, tag?: string): Promise<Message>;
  /** Enters the room while the stream is read; resumes after message `afterId` without a gap. */
  events(projectId: number, afterId: number): AsyncIterable<RoomEvent> & { close(): void };
  logout(): Promise<void>;
}

/** The server can't be reached now; the client keeps trying. */
export class ServerUnreachable extends Error {
  override readonly name = "ServerUnreachable";
}
