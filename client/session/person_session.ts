import type { Message, MessagePage } from "../../lib/model/message.ts";
import type { Project, ProjectSummary } from "../../lib/model/project.ts";
import type { User } from "../../lib/model/user.ts";
import type { Cursor } from "../shared/cursor.ts";
import type { ListEvent, LiveEvents, Numbered, RoomEvent } from "../shared/live_events.ts";
import type { RoomView } from "../shared/room_view.ts";

/**
 * One logged-in browser session, whose requests share one connection to the server.
 * All throw ChungError as the server answered, or ServerUnreachable.
 */
export interface PersonSession {
  readonly user: User;
  projects(): Promise<ProjectSummary[]>;
  /** `tag` makes a repeated post harmless (docs/PROTOCOL.md, `@tag`). */
  createProject(name: string, tag?: string): Promise<Project>;
  /** `names` as typed, split by `,` `;` or spaces. */
  addMembers(projectId: number, names: string): Promise<{ added: string[]; already: string[] }>;
  /** Removes a member, or the user, from a project. */
  removeMember(projectId: number, username: string): Promise<void>;
  /** Transfers the project to another member. */
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
  /** Marks everything up to this message as read. */
  read(projectId: number, messageId: number): Promise<{ unread: number; mentions: number }>;
  /** Announces typing, which others in the room see for some seconds. */
  typing(projectId: number): Promise<void>;
  /** Finds messages, best match first. */
  search(projectId: number, query: string): Promise<Message[]>;
  /** Enters the room while the stream is read; resumes after `cursor` without a gap. */
  events(projectId: number, cursor: Cursor): LiveEvents<Numbered<RoomEvent>>;
  /** Watches all of the user's projects while the stream is read. */
  watch(): LiveEvents<ListEvent>;
  logout(): Promise<void>;
}
