import assert from "node:assert/strict";
import type { Text } from "./text.ts";

/*
 * A model of docs/PROTOCOL.md, as small as possible and without any of the server's code: users, rooms, and what each
 * connection has to be told. The rules that change it are in the files rules_….ts.
 */

export const LIMITS = {
  maxUsername: 12,
  maxProjectName: 40,
  maxMessage: 300,
  tokenSeconds: 1_000,
  maxFailedLogins: 3,
  loginWaitSeconds: 30,
  maxLoginWaitSeconds: 100,
  maxLine: 2_048,
};

export interface Person {
  id: number;
  name: string;
  password: string;
}

export interface Session {
  token: string;
  person: Person;
  /** Unix time in seconds. */
  expiresAt: number;
  ended: boolean;
}

export interface Said {
  id: number;
  project: Project;
  author: Person;
  /** Null in a line of activity. */
  text: Text | null;
  /** What a line of activity tells. */
  notice?: object;
  /** Unix time in milliseconds. */
  at: number;
  editedAt: number | null;
  deleted: boolean;
  /** The number of the room's change that last affected it; 0 for none. */
  change: number;
}

export interface Project {
  id: number;
  name: string;
  owner: Person;
  at: number;
  /** The read mark of each member. */
  members: Map<Person, number>;
  log: Said[];
  changes: number;
  /** Who left by themselves. */
  leavers: Set<Person>;
  archived: boolean;
  /** Values of `last_change` that were sent, and the number of changes before each. */
  marks: { value: number; changes: number }[];
  /** Each user's last typing announcement; not `sure` when the document leaves open whether it still counts. */
  typing: Map<Person, { at: number; sure: boolean }>;
}

/** An event for a connection: `type` and JSON. Events of one group may come in any order. */
export interface Told {
  type: string;
  // deno-lint-ignore no-explicit-any
  data: any;
  /** Whether the document leaves open if it comes. */
  open?: boolean;
}

export interface Line {
  readonly name: string;
  inside: Map<Project, Map<Person, Session>>;
  watching: Map<Person, Session>;
  /** Groups of events that have to arrive before the next response. */
  due: Told[][];
}

/** Thrown when a request has to be refused. */
export class Refusal extends Error {
  constructor(readonly code: string, readonly says: RegExp = /./) {
    super(code);
  }
}

export class Model {
  now: number;
  lastId = { person: 0, project: 0, message: 0 };
  readonly people: Person[] = [];
  readonly sessions: Session[] = [];
  readonly projects: Project[] = [];
  readonly messages: Said[] = [];
  readonly lines: Line[] = [];
  /** A user's tagged requests, by action and tag: what was sent, and its result. */
  readonly tags = new Map<string, { sent: string; result: Said | Project }>();
  readonly failures = new Map<string, { inRow: number; until: number }>();

  constructor(now: number) {
    this.now = now;
  }

  person(name: string): Person | undefined {
    return this.people.find((each) => each.name.toLowerCase() === name.toLowerCase());
  }

  /** Checks that a new id is greater than all before. */
  fresh(kind: keyof Model["lastId"], id: unknown): number {
    assert(Number.isSafeInteger(id), `an id of a ${kind}: ${id}`);
    assert(id as number > this.lastId[kind], `the id of a ${kind} grows: ${id}`);
    return this.lastId[kind] = id as number;
  }

  /** @throws {Refusal} when the token is not valid */
  session(token: string): Session {
    const session = this.sessions.find((each) => each.token === token);
    if (session === undefined) throw new Refusal("invalid_token");
    // For a session that is both ended and expired, the document only says that it is refused.
    if (session.expiresAt * 1000 <= this.now) throw new Refusal("token_expired");
    if (session.ended) throw new Refusal("invalid_token");
    return session;
  }

  good({ ended, expiresAt }: Session): boolean {
    return !ended && expiresAt * 1000 > this.now;
  }

  /** @throws {Refusal} when there is no such project */
  project(id: number): Project {
    const project = this.projects.find((each) => each.id === id);
    if (project === undefined) throw new Refusal("project_not_found");
    return project;
  }

  /** @throws {Refusal} when the user is not a member */
  asMember(id: number, person: Person): Project {
    const project = this.project(id);
    if (!project.members.has(person)) throw new Refusal("not_a_member");
    return project;
  }

  /** @throws {Refusal} when the user is not the owner */
  asOwner(id: number, person: Person): Project {
    const project = this.project(id);
    if (project.owner !== person) throw new Refusal("not_owner");
    return project;
  }

  /** @throws {Refusal} when nothing may be written there */
  assertOpen({ archived }: Project): void {
    if (archived) throw new Refusal("project_archived", /restore_project/);
  }

  /**
   * Returns the result of an earlier request with the same key.
   * @throws {Refusal} when that was another request
   */
  tagged(key: string | null, sent: string): Said | Project | undefined {
    const earlier = key === null ? undefined : this.tags.get(key);
    if (earlier !== undefined && earlier.sent !== sent) throw new Refusal("tag_reused");
    return earlier?.result;
  }

  // ---- JSON on the wire

  messageJson({ id, project, author, text, notice, at, editedAt, deleted }: Said) {
    return {
      id,
      project_id: project.id,
      user: author.name,
      message: text === null || deleted ? "" : text.meant,
      timestamp: iso(at),
      ...notice !== undefined && { notice },
      ...editedAt !== null && { edited_at: iso(editedAt) },
      ...deleted && { deleted: true },
    };
  }

  projectJson({ id, name, owner, at, archived }: Project) {
    return { id, name, owner: owner.name, created_at: iso(at), ...archived && { archived } };
  }

  memberList(project: Project) {
    return [...project.members.keys()].map((person) => ({
      username: person.name,
      role: project.owner === person ? "owner" : "member",
      online: this.lines.some(({ inside }) => inside.get(project)?.has(person)),
    }));
  }

  summary(project: Project, person: Person) {
    const last = this.lastWritten(project);
    return {
      ...this.projectJson(project),
      role: project.owner === person ? "owner" : "member",
      members: project.members.size,
      ...this.counts(project, person),
      last_read_id: project.members.get(person)!,
      last_message: last === undefined ? null : this.messageJson(last),
    };
  }

  counts(project: Project, person: Person) {
    const mark = project.members.get(person)!;
    const unread = project.log.filter(({ id, author, text, deleted }) =>
      id > mark && author !== person && text !== null && !deleted
    );
    const mentions = unread.filter(({ text }) => this.mentioned(project, text).has(person));
    return { unread: unread.length, mentions: mentions.length };
  }

  lastWritten({ log }: Project): Said | undefined {
    return log.findLast(({ text }) => text !== null);
  }

  mentioned(project: Project, text: Text | null): Set<Person> {
    const people = [...text?.mentions ?? []].map((place) => this.people[place]);
    return new Set(people.filter((person) => project.members.has(person)));
  }

  /** Adds what somebody wrote, or a line of activity, to a project's log. */
  add(project: Project, author: Person, id: number, what: Pick<Said, "text" | "notice">): Said {
    const said: Said = {
      id,
      project,
      author,
      ...what,
      at: Math.max(this.now, project.log.at(-1)?.at ?? 0),
      editedAt: null,
      deleted: false,
      change: 0,
    };
    project.log.push(said);
    this.messages.push(said);
    return said;
  }

  /**
   * Adds a line of activity, whose id no response tells: it is the next one, since every id is told by then. Its event
   * goes to everybody in the room, whoever did it.
   */
  note(project: Project, by: Person, notice: object): void {
    const line = this.add(project, by, ++this.lastId.message, { text: null, notice });
    this.tell(this.inRoom(project), "chat", this.messageJson(line));
  }

  // ---- recipients of events

  inRoom(project: Project): Line[] {
    return this.lines.filter(({ inside }) => inside.has(project));
  }

  watchers(people: Iterable<Person>): Line[] {
    const watched = new Set(people);
    return this.lines.filter(({ watching }) => [...watching.keys()].some((p) => watched.has(p)));
  }

  tell(lines: Iterable<Line>, type: string, data: unknown, open = false): void {
    for (const line of new Set(lines)) line.due.push([{ type, data, ...open && { open } }]);
  }

  /** Merges events since `since` into one group, starting at the last group then: their order is not promised. */
  ungroup(since: Map<Line, number>): void {
    for (const [line, length] of since) {
      const told = line.due.splice(length).flat();
      if (told.length > 0) line.due.push(told);
    }
  }

  marks(): Map<Line, number> {
    return new Map(this.lines.map((line) => [line, line.due.length]));
  }

  /** Removes users from rooms on these connections, all at once; the others are told of those who are gone entirely. */
  leave(places: [line: Line, project: Project, person: Person][]): void {
    for (const [line, project, person] of places) {
      const here = line.inside.get(project)!;
      here.delete(person);
      if (here.size === 0) line.inside.delete(project);
    }
    const told = new Set<string>();
    for (const [, project, { name }] of places) {
      const left = this.inRoom(project);
      const elsewhere = left.some((line) =>
        [...line.inside.get(project)!.keys()].some((person) => person.name === name)
      );
      const key = `${project.id} ${name}`;
      if (!elsewhere && !told.has(key)) {
        this.tell(left, "leave", { project_id: project.id, user: name });
      }
      told.add(key);
      if (left.length === 0) { for (const typed of project.typing.values()) typed.sure = false; }
    }
  }

  /** Places where somebody is in a room with a matching session. */
  places(where: (line: Line, session: Session) => boolean): [Line, Project, Person][] {
    return this.lines.flatMap((line) =>
      [...line.inside].flatMap(([project, here]) =>
        [...here].filter(([, session]) => where(line, session))
          .map(([person]): [Line, Project, Person] => [line, project, person])
      )
    );
  }

  /** Ends sessions, with the rooms entered and lists watched under them. */
  endSessions(over: (session: Session) => boolean): void {
    const since = this.marks();
    const ended = new Map(this.lines.map((line): [Line, Set<string>] => [line, new Set()]));
    const places = this.places((_, session) => over(session));
    for (const [line, , { name }] of places) ended.get(line)!.add(name);
    this.leave(places);
    for (const line of this.lines) {
      for (const [person, session] of [...line.watching]) {
        if (!over(session)) continue;
        line.watching.delete(person);
        ended.get(line)!.add(person.name);
      }
    }
    for (const [line, names] of ended) {
      for (const user of names) this.tell([line], "token_ended", { user });
    }
    this.ungroup(since);
  }

  disconnect(line: Line): void {
    const places = this.places((each) => each === line);
    this.lines.splice(this.lines.indexOf(line), 1);
    const since = this.marks();
    this.leave(places);
    this.ungroup(since);
  }
}

export function iso(at: number): string {
  return new Date(at).toISOString();
}
