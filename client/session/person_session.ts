import type { Message, MessagePage } from "../../lib/model/message.ts";
import type { FoundMessages } from "../../lib/protocol/replies.ts";
import type { Member, Project, ProjectSummary } from "../../lib/model/project.ts";
import type { User } from "../../lib/model/user.ts";
import type { Cursor } from "../shared/cursor.ts";
import type { ListEvent, LiveEvents, Numbered, RoomEvent } from "../shared/live_events.ts";
import type { SharedStream } from "../live/shared_stream.ts";
import type { TaskCount } from "../shared/tasks/task_count.ts";
import type { RoomView } from "../shared/room_view.ts";
import type { ServerRequests } from "./administration/server_requests.ts";
import type { Administration } from "./accounts/administration.ts";
import type { OwnAccount } from "./accounts/own_account.ts";
import type { ProjectPage } from "./project_pages.ts";
import type { TaskRequests } from "./tasks/task_requests.ts";

/** The lines of a log around a message. */
export interface Neighbours {
  before?: Message;
  after?: Message;
}

/**
 * A logged-in browser session, whose requests share one connection to the server.
 * Requests throw ChungError as the server answered, or ServerUnreachable.
 */
export interface PersonSession {
  /** As the server told last. */
  readonly user: User;
  /** Reads the first projects, or those after the project `before`. */
  projects(before?: number): Promise<ProjectPage>;
  /** Reads one of the person's projects; null if it is none of theirs. */
  project(projectId: number): Promise<ProjectSummary | null>;
  /** Creates a project; `tag` makes a repeated post harmless (docs/PROTOCOL.md, `@tag`). */
  createProject(name: string, tag?: string): Promise<Project>;
  members(projectId: number): Promise<Member[]>;
  /** Adds members; `names` is as typed, separated by `,` `;` or spaces. */
  addMembers(projectId: number, names: string): Promise<{ added: string[]; already: string[] }>;
  /** The others of the person's latest projects, but for the members of the project `except`. */
  knownPeople(except: number | null): Promise<string[]>;
  /** Removes a member, who may be the person, from a project. */
  removeMember(projectId: number, username: string): Promise<void>;
  /** Transfers a project to another member. */
  transfer(projectId: number, username: string): Promise<Project>;
  rename(projectId: number, name: string): Promise<Project>;
  /** Closes a project: nothing can be written in it until it is restored. */
  archive(projectId: number): Promise<Project>;
  restore(projectId: number): Promise<Project>;
  /** Brings the person back into a project that they left by themselves. */
  rejoin(projectId: number): Promise<Project>;
  /**
   * Reads a room without entering it, around message `at`. If `at` is null, reads around the first unread message, or
   * the newest page if none is unread.
   */
  room(projectId: number, at: number | null): Promise<RoomView>;
  /** Reads the newest messages before a message, or the oldest after it; sorted oldest first, a page's by default. */
  history(
    projectId: number,
    from: { before: number } | { after: number },
    limit?: number,
  ): Promise<MessagePage>;
  /** Reads a message; null if the project has none with this id. */
  message(projectId: number, messageId: number): Promise<Message | null>;
  /** Reads the lines right before and after a message, as far as there are any. */
  neighbours(projectId: number, messageId: number): Promise<Neighbours>;
  chat(projectId: number, text: string, tag?: string): Promise<Message>;
  edit(messageId: number, text: string): Promise<Message>;
  delete(messageId: number): Promise<Message>;
  /** Marks messages up to and including this one as read; resolves to what is left. */
  read(projectId: number, messageId: number): Promise<{ unread: number; mentions: number }>;
  /** Shows others in the room for some seconds that the person is typing. */
  typing(projectId: number): Promise<void>;
  search(projectId: number, query: string): Promise<FoundMessages>;
  /** Searches all of the person's projects. */
  searchAll(query: string): Promise<FoundMessages>;
  /** Requests about tasks. */
  readonly tasks: Pick<TaskRequests, keyof TaskRequests>;
  /** Requests of admins about the server. */
  readonly server: Pick<ServerRequests, keyof ServerRequests>;
  /** Requests about the person's own account. */
  readonly account: Pick<OwnAccount, keyof OwnAccount>;
  /** Requests about everybody's accounts, for admins alone. */
  readonly administration: Pick<Administration, keyof Administration>;
  /** Counts the person's open tasks; asks the server only where no event tells. */
  taskCount(): Promise<TaskCount>;
  /** Stays in the room while the stream is open; resumes after `cursor` without a gap. */
  events(projectId: number, cursor: Cursor): LiveEvents<Numbered<RoomEvent>>;
  /** Watches all of the person's projects while the stream is open. */
  watch(): LiveEvents<ListEvent>;
  /** Opens a stream for all tabs of a browser, which has no feeds yet. */
  shared(): SharedStream;
  /** Returns the open shared stream with this key. */
  sharedStream(key: string): SharedStream | undefined;
  logout(): Promise<void>;
}
