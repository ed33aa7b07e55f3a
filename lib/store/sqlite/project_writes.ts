import type { DatabaseSync, StatementSync } from "node:sqlite";
import { ChungError } from "../../errors.ts";
import type { Project } from "../../model/project.ts";
import type { NewMembers, NewProject } from "../store.ts";
import type { RequestTags } from "./request_tags.ts";
import { type ProjectRow, toProject } from "./rows.ts";

/** Projects and their members, inside the writer's transaction. */
export class ProjectWrites {
  readonly #tags: RequestTags;
  readonly #find: StatementSync;
  readonly #owner: StatementSync;
  readonly #insert: StatementSync;
  readonly #findUser: StatementSync;
  readonly #findMember: StatementSync;
  readonly #insertMember: StatementSync;

  constructor(database: DatabaseSync, tags: RequestTags) {
    this.#tags = tags;
    this.#find = database.prepare(
      `SELECT p.id, p.name, u.username AS owner, p.created_at
       FROM projects p JOIN users u ON u.id = p.owner WHERE p.id = ?`,
    );
    this.#owner = database.prepare("SELECT owner FROM projects WHERE id = ?");
    this.#insert = database.prepare(
      "INSERT INTO projects (name, owner, created_at) VALUES (?, ?, ?) RETURNING id",
    );
    this.#findUser = database.prepare("SELECT id, username FROM users WHERE username = ?");
    this.#findMember = database.prepare(
      "SELECT 1 FROM members WHERE project_id = ? AND user_id = ?",
    );
    // What was said before somebody came isn't unread to them.
    this.#insertMember = database.prepare(
      `INSERT INTO members (project_id, user_id, added_at, last_read_id)
       VALUES (?1, ?2, ?3, (SELECT coalesce(max(id), 0) FROM chats WHERE room_id = ?1))`,
    );
  }

  createProject(
    { name, ownerId, at, tag }: NewProject,
  ): { project: Project; duplicate: boolean } {
    const earlier = this.#tags.find(ownerId, "new_project", tag);
    if (earlier !== null) return { project: this.#project(earlier), duplicate: true };
    const { id } = this.#insert.get(name, ownerId, at) as { id: number };
    this.#insertMember.run(id, ownerId, at);
    this.#tags.remember(ownerId, "new_project", tag, id, at);
    return { project: this.#project(id), duplicate: false };
  }

  addMembers(
    { projectId, actorId, usernames, at }: NewMembers,
  ): { added: string[]; already: string[] } {
    const project = this.#owner.get(projectId);
    if (project === undefined) throw projectNotFound(projectId);
    if (project.owner !== actorId) {
      throw new ChungError("not_owner", "only the project's owner can add members");
    }
    const users = this.#users(usernames);
    const added: string[] = [];
    const already: string[] = [];
    for (const [userId, username] of users) {
      if (this.#findMember.get(projectId, userId) !== undefined) {
        already.push(username);
        continue;
      }
      this.#insertMember.run(projectId, userId, at);
      added.push(username);
    }
    return { added, already };
  }

  #project(id: number): Project {
    return toProject(this.#find.get(id) as unknown as ProjectRow);
  }

  /** Each user once, in the order given: id to the name as first written. */
  #users(usernames: string[]): Map<number, string> {
    const users = new Map<number, string>();
    const unknown = new Set<string>();
    for (const typed of usernames) {
      const row = this.#findUser.get(typed) as { id: number; username: string } | undefined;
      if (row === undefined) unknown.add(typed);
      else users.set(row.id, row.username);
    }
    if (unknown.size > 0) {
      const names = [...unknown].join(", ");
      throw new ChungError("user_not_found", `no such user: ${names}; nobody was added`);
    }
    return users;
  }
}

export function projectNotFound(projectId: number): ChungError {
  return new ChungError("project_not_found", `there is no project ${projectId}`);
}
