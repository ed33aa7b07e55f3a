import { ChungError } from "../../../errors.ts";
import { notAMember } from "../../../model/refusals.ts";
import type { Message, Notice } from "../../../model/message.ts";
import type {
  AddedMembers,
  MemberChange,
  NewMembers,
  Person,
  ReadMark,
  ReadPosition,
  RemovedMember,
  Return,
  ReturnedMember,
} from "../../writes.ts";
import type { ActivityLines } from "./activity_lines.ts";
import type { MemberRows } from "./member_rows.ts";
import type { MentionRows } from "./mention_rows.ts";
import type { ProjectRows } from "./project_rows.ts";

/** Writes the members of a project and their read positions, inside the writer's transaction. */
export class MemberWrites {
  readonly #projects: ProjectRows;
  readonly #members: MemberRows;
  readonly #mentions: MentionRows;
  readonly #lines: ActivityLines;

  constructor(
    projects: ProjectRows,
    members: MemberRows,
    mentions: MentionRows,
    lines: ActivityLines,
  ) {
    this.#projects = projects;
    this.#members = members;
    this.#mentions = mentions;
    this.#lines = lines;
  }

  addMembers({ projectId, actorId, usernames, at }: NewMembers): AddedMembers {
    this.#projects.assertOwner(projectId, actorId, "add members");
    this.#projects.assertWritable(projectId);
    const people = this.#people(usernames);
    const left = people.filter(({ id }) => this.#members.hasLeft(projectId, id));
    if (left.length > 0) {
      const names = left.map(({ username }) => username).join(", ");
      throw new ChungError(
        "project_left",
        `left by themselves: ${names}; they can come back with rejoin, nobody was added`,
      );
    }
    const [already, fresh]: [Person[], Person[]] = [[], []];
    for (const person of people) {
      const isMember = this.#members.position(projectId, person.id) !== null;
      (isMember ? already : fresh).push(person);
    }
    const line = fresh.length === 0 ? null : this.#line(projectId, actorId, "added", fresh, at);
    return {
      project: this.#projects.get(projectId),
      // After the line, which they have read by that.
      added: fresh.map((person) => ({ ...person, ...this.#members.add(projectId, person.id, at) })),
      already: already.map(({ username }) => username),
      line,
    };
  }

  removeMember({ projectId, actorId, username, at }: MemberChange): RemovedMember {
    const owner = this.#projects.owner(projectId);
    if (this.#members.position(projectId, actorId) === null) throw notAMember(projectId);
    const user = this.#projects.findUser(username);
    if (actorId !== owner && actorId !== user?.id) {
      throw new ChungError("not_owner", "only the project's owner can remove other members");
    }
    if (user?.id === owner) {
      throw new ChungError(
        "bad_request",
        "the owner can't leave the project: transfer the project to a member first, or archive it",
      );
    }
    if (actorId !== user?.id) this.#projects.assertWritable(projectId);
    const wasMember = user !== null && this.#members.position(projectId, user.id) !== null;
    const hadLeft = user !== null && this.#members.hasLeft(projectId, user.id);
    if (user === null || !(wasMember || hadLeft)) {
      throw new ChungError("not_a_member", `${username} is not a member of project ${projectId}`);
    }
    const project = this.#projects.get(projectId);
    if (hadLeft) {
      this.#members.forgetLeft(projectId, user.id);
      return { project, removed: user, line: null };
    }
    this.#members.remove(projectId, user.id);
    this.#mentions.forgetMember(user.id, projectId);
    const left = user.id === actorId;
    if (left) this.#members.noteLeft(projectId, user.id);
    const line = this.#line(projectId, actorId, left ? "left" : "removed", [user], at);
    return { project, removed: user, line };
  }

  rejoin({ projectId, userId, at }: Return): ReturnedMember {
    this.#projects.owner(projectId);
    const project = this.#projects.get(projectId);
    if (this.#members.position(projectId, userId) !== null) return { project, joined: null };
    if (!this.#members.hasLeft(projectId, userId)) throw notAMember(projectId);
    this.#members.forgetLeft(projectId, userId);
    const line = this.#line(projectId, userId, "added", [this.#projects.user(userId)], at);
    return { project, joined: { line, position: this.#members.add(projectId, userId, at) } };
  }

  markRead(
    { projectId, userId, messageId }: ReadMark,
  ): ReadPosition & { unread: number; mentions: number } {
    const position = this.#members.position(projectId, userId);
    if (position === null) return this.#projects.refuseStranger(projectId);
    const newest = this.#members.newest(projectId);
    const lastReadId = Math.min(messageId, newest.id);
    if (lastReadId > position.lastReadId) {
      // Counts only the messages between the two marks, which are few as a rule, and none when everything is read.
      position.offset = lastReadId === newest.id
        ? newest.ordinal
        : position.offset + this.#members.countOthers(projectId, userId, position, lastReadId);
      position.lastReadId = lastReadId;
      this.#members.move(projectId, userId, position);
      this.#mentions.forgetRead(userId, projectId, lastReadId);
    }
    return {
      ...position,
      unread: newest.ordinal - position.offset,
      mentions: this.#mentions.count(userId, projectId),
    };
  }

  #line(
    projectId: number,
    userId: number,
    change: Extract<Notice, { users: unknown }>["change"],
    people: Person[],
    at: number,
  ): Message {
    const notice: Notice = { change, users: people.map(({ username }) => username) };
    return this.#lines.add({ projectId, userId, activity: { notice }, at });
  }

  /**
   * Looks up users by name: each once, in the order given.
   * @throws {ChungError} `user_not_found`
   */
  #people(usernames: string[]): Person[] {
    const people = new Map<number, Person>();
    const unknown = new Set<string>();
    for (const typed of usernames) {
      const person = this.#projects.findUser(typed);
      if (person === null) unknown.add(typed);
      else people.set(person.id, person);
    }
    if (unknown.size > 0) {
      const names = [...unknown].join(", ");
      throw new ChungError("user_not_found", `no such user: ${names}; nobody was added`);
    }
    return [...people.values()];
  }
}
