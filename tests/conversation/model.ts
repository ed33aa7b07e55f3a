import assert from "node:assert/strict";
import type { Text } from "./text.ts";

/*
 * What docs/PROTOCOL.md says, as small as it can be said, and none of the server's own code: who is who, who is where,
 * and what each connection has to be told. The rules that change it are in the files named rules_….ts.
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
  /** Unix seconds. */
  expiresAt: number;
  ended: boolean;
}

export interface Said {
  id: number;
  project: Project;
  author: Person;
  text: Text;
  /** Unix milliseconds. */
  at: number;
  editedAt: number | null;
  deleted: boolean;
  /** The how-many-th change of its room was the last of it; 0 for none. */
  change: number;
}

export interface Project {
  id: number;
  name: string;
  owner: Person;
  at: number;
  /** How far each member has read. */
  members: Map<Person, number>;
  log: Said[];
  changes: number;
  /** Values of `last_change` that were told, and after how many changes. */
  marks: { value: number; changes: number }[];
  /** When who was told last to type, and whether the room was empty since. */
  typing: Map<Person, { at: number; sure: boolean }>;
}

/** What a connection is told: `type` and JSON. Those of one group may come in any order. */
export interface Told {
  type: string;
  // deno-lint-ignore no-explicit-any
  data: any;
  /** The document leaves open whether it comes. */
  open?: boolean;
}

export interface Line {
  readonly name: string;
  inside: Map<Project, Map<Person, Session>>;
  watching: Map<Person, Session>;
  /** Groups of events that have to come before its next response. */
  due: Told[][];
}

/** Why a request has to be refused. */
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
  /** What a person's tagged request led to, by action and tag. */
  readonly tags = new Map<string, Said | Project>();
  readonly failures = new Map<string, { inRow: number; until: number }>();

  constructor(now: number) {
    this.now = now;
  }

  person(name: string): Person | undefined {
    return this.people.find((each) => each.name.toLowerCase() === name.toLowerCase());
  }

  /** A new id, which has to be greater than all before. */
  fresh(kind: keyof Model["lastId"], id: unknown): number {
    assert(Number.isSafeInteger(id), `an id of a ${kind}: ${id}`);
    assert(id as number > this.lastId[kind], `the id of a ${kind} grows: ${id}`);
    return this.lastId[kind] = id as number;
  }

  /** @throws Refusal */
  session(token: string): Session {
    const session = this.sessions.find((each) => each.token === token);
    if (session === undefined) throw new Refusal("invalid_token");
    // Of one that is both, the document tells only that it is refused.
    if (session.expiresAt * 1000 <= this.now) throw new Refusal("token_expired");
    if (session.ended) throw new Refusal("invalid_token");
    return session;
  }

  good({ ended, expiresAt }: Session): boolean {
    return !ended && expiresAt * 1000 > this.now;
  }

  /** @throws Refusal */
  project(id: number): Project {
    const project = this.projects.find((each) => each.id === id);
    if (project === undefined) throw new Refusal("project_not_found");
    return project;
  }

  /** @throws Refusal */
  asMember(id: number, person: Person): Project {
    const project = this.project(id);
    if (!project.members.has(person)) throw new Refusal("not_a_member");
    return project;
  }

  /** @throws Refusal */
  asOwner(id: number, person: Person): Project {
    const project = this.project(id);
    if (project.owner !== person) throw new Refusal("not_owner");
    return project;
  }

  // ---- what things look like on the wire

  messageJson({ id, project, author, text, at, editedAt, deleted }: Said) {
    return {
      id,
      project_id: project.id,
      user: author.name,
      message: deleted ? "" : text.meant,
      timestamp: iso(at),
      ...editedAt !== null && { edited_at: iso(editedAt) },
      ...deleted && { deleted: true },
    };
  }

  projectJson({ id, name, owner, at }: Project) {
    return { id, name, owner: owner.name, created_at: iso(at) };
  }

  memberList(project: Project) {
    return [...project.members.keys()].map((person) => ({
      username: person.name,
      role: project.owner === person ? "owner" : "member",
      online: this.lines.some(({ inside }) => inside.get(project)?.has(person)),
    }));
  }

  summary(project: Project, person: Person) {
    const last = project.log.at(-1);
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
    const unread = project.log.filter(({ id, author, deleted }) =>
      id > mark && author !== person && !deleted
    );
    const mentions = unread.filter(({ text }) => this.mentioned(project, text).has(person));
    return { unread: unread.length, mentions: mentions.length };
  }

  mentioned(project: Project, { mentions }: Text): Set<Person> {
    const people = [...mentions].map((place) => this.people[place]);
    return new Set(people.filter((person) => project.members.has(person)));
  }

  // ---- who is told

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

  /** From the last group on, which events came after `since` are one group: their order is nobody's promise. */
  ungroup(since: Map<Line, number>): void {
    for (const [line, length] of since) {
      const told = line.due.splice(length).flat();
      if (told.length > 0) line.due.push(told);
    }
  }

  marks(): Map<Line, number> {
    return new Map(this.lines.map((line) => [line, line.due.length]));
  }

  /** These people are out of these rooms on these connections, all at once; the others hear of whom it was the last. */
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

  /** Where somebody is in a room with one of these sessions. */
  places(where: (line: Line, session: Session) => boolean): [Line, Project, Person][] {
    return this.lines.flatMap((line) =>
      [...line.inside].flatMap(([project, here]) =>
        [...here].filter(([, session]) => where(line, session))
          .map(([person]): [Line, Project, Person] => [line, project, person])
      )
    );
  }

  /** These sessions are over: what was entered and watched with them ends. */
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
