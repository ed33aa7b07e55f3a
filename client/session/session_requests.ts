import type { Message, MessagePage } from "../../lib/model/message.ts";
import type { FoundMessages } from "../../lib/protocol/replies.ts";
import type { Member, Project, ProjectSummary } from "../../lib/model/project.ts";
import type { User } from "../../lib/model/user.ts";
import type { Timers } from "../../lib/timers.ts";
import type { LiveStreams } from "../live/live_streams.ts";
import { countTasks, type TaskCount } from "../shared/tasks/task_count.ts";
import type { RoomView } from "../shared/room_view.ts";
import {
  idArgument,
  namesArgument,
  requestTag,
  textArgument,
  usernameArgument,
} from "../upstream/request_line.ts";
import type { TokenRequests } from "../upstream/token_requests.ts";
import { ServerRequests } from "./administration/server_requests.ts";
import { Administration } from "./accounts/administration.ts";
import { OwnAccount } from "./accounts/own_account.ts";
import { KnownPeople } from "./people/known_people.ts";
import type { Neighbours } from "./person_session.ts";
import { findProject, type ProjectPage, projectPage } from "./project_pages.ts";
import { history, PAGE, roomPage } from "./room_page.ts";
import { TaskRequests } from "./tasks/task_requests.ts";

/** Sends the requests of a logged-in user and passes replies that stand for events to the streams. */
export class SessionRequests {
  readonly tasks: TaskRequests;
  readonly server: ServerRequests;
  readonly account: OwnAccount;
  readonly administration: Administration;
  protected readonly requests: TokenRequests;
  protected readonly streams: LiveStreams;

  readonly #people: KnownPeople;
  #user: User;

  protected constructor(
    user: User,
    requests: TokenRequests,
    streams: LiveStreams,
    timers: Timers,
  ) {
    this.#user = user;
    this.requests = requests;
    this.streams = streams;
    this.tasks = new TaskRequests(requests);
    this.server = new ServerRequests(requests);
    this.account = new OwnAccount(requests, (now) => this.#user = now);
    this.administration = new Administration(requests);
    this.#people = new KnownPeople(requests, user.username, timers);
  }

  get user(): User {
    return this.#user;
  }

  projects(before?: number): Promise<ProjectPage> {
    return projectPage(this.requests, before);
  }

  project(projectId: number): Promise<ProjectSummary | null> {
    return findProject(this.requests, projectId);
  }

  async createProject(name: string, tag?: string): Promise<Project> {
    const { project } = await this.requests.ask(
      "new_project",
      () => [textArgument(name, "invalid_project_name")],
      { tag: requestTag(tag), again: true, tooLong: "invalid_project_name" },
    );
    return project;
  }

  async members(projectId: number): Promise<Member[]> {
    return (await this.requests.about(projectId, "members")).members;
  }

  async addMembers(
    projectId: number,
    names: string,
  ): Promise<{ added: string[]; already: string[] }> {
    const { added, already } = await this.requests.about(
      projectId,
      "add_group",
      () => [namesArgument(names)],
    );
    this.#people.forget();
    return { added, already };
  }

  knownPeople(except: number | null): Promise<string[]> {
    return this.#people.without(except);
  }

  async removeMember(projectId: number, username: string): Promise<void> {
    const args = () => [usernameArgument(username, "not_a_member")];
    await this.requests.about(projectId, "kick", args);
  }

  async transfer(projectId: number, username: string): Promise<Project> {
    const { project } = await this.requests.about(
      projectId,
      "transfer",
      () => [usernameArgument(username, "not_a_member")],
    );
    return project;
  }

  async rename(projectId: number, name: string): Promise<Project> {
    const { project } = await this.requests.about(
      projectId,
      "rename_project",
      () => [textArgument(name, "invalid_project_name")],
      { tooLong: "invalid_project_name" },
    );
    return project;
  }

  async archive(projectId: number): Promise<Project> {
    return (await this.requests.about(projectId, "archive_project")).project;
  }

  async restore(projectId: number): Promise<Project> {
    return (await this.requests.about(projectId, "restore_project")).project;
  }

  async rejoin(projectId: number): Promise<Project> {
    const { project } = await this.requests.about(projectId, "rejoin");
    this.#people.forget();
    return project;
  }

  room(projectId: number, at: number | null): Promise<RoomView> {
    return roomPage(this.requests, this.user.username, projectId, at);
  }

  async history(
    projectId: number,
    from: { before: number } | { after: number },
    limit: number = PAGE,
  ): Promise<MessagePage> {
    const { messages, more } = await history(this.requests, projectId, limit, from);
    return { messages, more };
  }

  async message(projectId: number, messageId: number): Promise<Message | null> {
    const before = messageId + 1;
    const { messages } = await history(this.requests, projectId, 1, { before });
    return messages.find(({ id }) => id === messageId) ?? null;
  }

  async neighbours(projectId: number, messageId: number): Promise<Neighbours> {
    const [{ messages: [before] }, { messages: [after] }] = await Promise.all([
      history(this.requests, projectId, 1, { before: messageId }),
      history(this.requests, projectId, 1, { after: messageId }),
    ]);
    return { before, after };
  }

  async chat(projectId: number, text: string, tag?: string): Promise<Message> {
    const { message } = await this.requests.about(
      projectId,
      "chat",
      () => [textArgument(text, "empty_message")],
      {
        tag: requestTag(tag),
        again: true,
        tooLong: "message_too_long",
        // The sending connection gets no event.
        answered: ({ message }) => this.streams.message(message),
      },
    );
    return message;
  }

  edit(messageId: number, text: string): Promise<Message> {
    return this.#change("edit", messageId, text);
  }

  delete(messageId: number): Promise<Message> {
    return this.#change("delete", messageId);
  }

  async read(
    projectId: number,
    messageId: number,
  ): Promise<{ unread: number; mentions: number }> {
    const { unread, mentions } = await this.requests.about(
      projectId,
      "read",
      () => [idArgument(messageId, "bad_request")],
      { answered: (left) => this.streams.read(projectId, messageId, left) },
    );
    return { unread, mentions };
  }

  async typing(projectId: number): Promise<void> {
    await this.requests.about(projectId, "typing");
  }

  async search(projectId: number, query: string): Promise<FoundMessages> {
    const args = () => [textArgument(query, "bad_request")];
    return await this.requests.about(projectId, "search", args, { tooLong: "bad_request" });
  }

  async searchAll(query: string): Promise<FoundMessages> {
    const args = () => [textArgument(query, "bad_request")];
    return await this.requests.ask("search_all", args, { tooLong: "bad_request" });
  }

  async taskCount(): Promise<TaskCount> {
    const known = this.streams.tasks;
    if (known !== null) return known;
    const { tasks, last_change } = await this.tasks.mine();
    return countTasks(tasks.map(({ due }) => due), last_change);
  }

  async #change(action: "edit" | "delete", messageId: number, text?: string): Promise<Message> {
    const { message } = await this.requests.ask(
      action,
      () => [
        idArgument(messageId, "message_not_found"),
        ...text === undefined ? [] : [textArgument(text, "empty_message")],
      ],
      {
        tooLong: "message_too_long",
        // If this connection is in the room, the event for it follows.
        answered: ({ message }) => this.streams.changed(message),
      },
    );
    return message;
  }
}
