import type { DatabaseSync, StatementSync } from "node:sqlite";
import { ChungError } from "../../../errors.ts";
import type { Project } from "../../../model/project.ts";
import { notAMember } from "../../../model/refusals.ts";
import type { Notice } from "../../../model/message.ts";
import type {
  ChangedProject,
  MemberChange,
  NewProject,
  ProjectArchiving,
  ProjectRename,
} from "../../writes.ts";
import type { ActivityLines } from "./activity_lines.ts";
import type { MemberRows } from "./member_rows.ts";
import type { ProjectRows } from "./project_rows.ts";
import type { RequestTags } from "./request_tags.ts";

/** Writes projects, inside the writer's transaction. */
export class ProjectWrites {
  readonly #tags: RequestTags;
  readonly #projects: ProjectRows;
  readonly #members: MemberRows;
  readonly #lines: ActivityLines;
  readonly #insert: StatementSync;
  readonly #countMade: StatementSync;
  readonly #setOwner: StatementSync;
  readonly #setName: StatementSync;
  readonly #setArchived: StatementSync;

  constructor(
    database: DatabaseSync,
    tags: RequestTags,
    projects: ProjectRows,
    members: MemberRows,
    lines: ActivityLines,
  ) {
    this.#tags = tags;
    this.#projects = projects;
    this.#members = members;
    this.#lines = lines;
    this.#insert = database.prepare(
      `INSERT INTO projects (name, owner, created_at, creator, active_at)
       VALUES (?1, ?2, ?3, ?2, ?3) RETURNING id`,
    );
    this.#countMade = database.prepare(
      "SELECT count(*) AS made FROM projects WHERE creator = ?",
    );
    this.#setOwner = database.prepare("UPDATE projects SET owner = ? WHERE id = ?");
    this.#setName = database.prepare("UPDATE projects SET name = ? WHERE id = ?");
    this.#setArchived = database.prepare("UPDATE projects SET archived_at = ? WHERE id = ?");
  }

  createProject(
    { name, ownerId, at, most, tag }: NewProject,
  ): { project: Project; duplicate: boolean } {
    const request = { userId: ownerId, action: "new_project", tag, sent: [name] } as const;
    const earlier = this.#tags.find(request);
    if (earlier !== null) {
      // Who has been removed since learns no more of it than others do.
      if (this.#members.position(earlier, ownerId) === null) throw notAMember(earlier);
      return { project: this.#projects.get(earlier), duplicate: true };
    }
    if (most !== undefined && this.#countMade.get(ownerId)!.made as number >= most) {
      throw new ChungError(
        "too_many_projects",
        `an account can make at most ${most} projects: use those that you have`,
      );
    }
    const { id } = this.#insert.get(name, ownerId, at) as { id: number };
    this.#members.add(id, ownerId, at);
    this.#tags.remember(request, id, at);
    return { project: this.#projects.get(id), duplicate: false };
  }

  transferProject({ projectId, actorId, username, at }: MemberChange): ChangedProject {
    this.#projects.assertOwner(projectId, actorId, "transfer it");
    this.#projects.assertWritable(projectId);
    const user = this.#projects.findUser(username);
    if (user === null || this.#members.position(projectId, user.id) === null) {
      throw new ChungError("not_a_member", `${username} is not a member: add them first`);
    }
    if (user.id === actorId) return this.#unchanged(projectId);
    this.#setOwner.run(user.id, projectId);
    const notice: Notice = { change: "transferred", users: [user.username] };
    return this.#changed(projectId, actorId, notice, at);
  }

  renameProject({ projectId, actorId, name, at }: ProjectRename): ChangedProject {
    this.#projects.assertOwner(projectId, actorId, "rename it");
    this.#projects.assertWritable(projectId);
    if (this.#projects.get(projectId).name === name) return this.#unchanged(projectId);
    this.#setName.run(name, projectId);
    return this.#changed(projectId, actorId, { change: "renamed", name }, at);
  }

  archiveProject({ projectId, actorId, archived, at }: ProjectArchiving): ChangedProject {
    this.#projects.assertOwner(projectId, actorId, archived ? "archive it" : "restore it");
    if (this.#projects.isArchived(projectId) === archived) return this.#unchanged(projectId);
    this.#setArchived.run(archived ? at : null, projectId);
    return this.#changed(projectId, actorId, { change: archived ? "archived" : "restored" }, at);
  }

  #unchanged(projectId: number): ChangedProject {
    return { project: this.#projects.get(projectId), line: null };
  }

  #changed(projectId: number, userId: number, notice: Notice, at: number): ChangedProject {
    const line = this.#lines.add({ projectId, userId, activity: { notice }, at });
    return { project: this.#projects.get(projectId), line };
  }
}
