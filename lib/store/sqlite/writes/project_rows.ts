import type { DatabaseSync, StatementSync } from "node:sqlite";
import { ChungError } from "../../../errors.ts";
import { notAMember, projectArchived, projectNotFound } from "../../../model/refusals.ts";
import type { Project } from "../../../model/project.ts";
import type { Person } from "../../writes.ts";
import { PROJECT_COLUMNS, type ProjectRow, toProject } from "../rows.ts";

/** Looks up projects and users and checks ownership, inside the writer's transaction. */
export class ProjectRows {
  readonly #find: StatementSync;
  readonly #owner: StatementSync;
  readonly #archived: StatementSync;
  readonly #user: StatementSync;
  readonly #userById: StatementSync;

  constructor(database: DatabaseSync) {
    this.#find = database.prepare(
      `SELECT ${PROJECT_COLUMNS} FROM projects p JOIN users u ON u.id = p.owner WHERE p.id = ?`,
    );
    this.#owner = database.prepare("SELECT owner FROM projects WHERE id = ?");
    this.#archived = database.prepare(
      "SELECT 1 FROM projects WHERE id = ? AND archived_at IS NOT NULL",
    );
    this.#user = database.prepare("SELECT id, username, name FROM users WHERE username = ?");
    this.#userById = database.prepare("SELECT id, username FROM users WHERE id = ?");
  }

  /** Returns a project, which must exist. */
  get(id: number): Project {
    return toProject(this.#find.get(id) as unknown as ProjectRow);
  }

  /**
   * Returns the id of the owner.
   * @throws {ChungError} `project_not_found`
   */
  owner(id: number): number {
    const row = this.#owner.get(id);
    if (row === undefined) {
      throw projectNotFound(id);
    }
    return row.owner as number;
  }

  /** Refuses whoever isn't a member. @throws {ChungError} `project_not_found`, `not_a_member` */
  refuseStranger(id: number): never {
    this.owner(id);
    throw notAMember(id);
  }

  /** @throws {ChungError} `project_not_found`, `not_owner` */
  assertOwner(id: number, userId: number, toDoWhat: string): void {
    if (this.owner(id) !== userId) {
      throw new ChungError("not_owner", `only the project's owner can ${toDoWhat}`);
    }
  }

  isArchived(id: number): boolean {
    return this.#archived.get(id) !== undefined;
  }

  /** @throws {ChungError} `project_archived` */
  assertWritable(id: number): void {
    if (this.isArchived(id)) throw projectArchived(id);
  }

  /** Returns a user, who must exist. */
  user(id: number): Person {
    const { username } = this.#userById.get(id) as unknown as Person;
    return { id, username };
  }

  /** Ignores the case of the username. */
  findUser(username: string): Person | null {
    const row = this.#user.get(username) as unknown as
      | { id: number; username: string; name: string | null }
      | undefined;
    if (row === undefined) return null;
    return { id: row.id, username: row.username, ...row.name !== null && { name: row.name } };
  }
}
