import type { Change } from "../model/change.ts";
import type { Message } from "../model/message.ts";
import type { Project } from "../model/project.ts";
import type { ProjectChangeKind } from "../protocol/events.ts";
import type { AddressedEvent } from "../rooms/addressed_event.ts";

/** The line of activity that tells of a change of the project, if anything changed. */
export function lineAdded(line: Message | null): Change | undefined {
  if (line === null) return undefined;
  return { kind: "activity_added", projectId: line.project_id, message: line, by: line.user };
}

/** Tells the room and everyone who watches of a change of the project (docs/PROTOCOL.md, "Events"). */
export function projectChanged(
  change: Exclude<ProjectChangeKind, "added" | "removed">,
  project: Project,
  by: string,
): AddressedEvent {
  return {
    type: "project",
    data: { change, project },
    by,
    to: { projectId: project.id, watchers: true },
  };
}

/** Tells the room of new members, and them of the project. */
export function membersAdded(
  project: Project,
  members: readonly { id: number; username: string; name?: string }[],
  by: string,
): AddressedEvent[] {
  const added = members.map(({ username }) => username);
  const names = Object.fromEntries(
    members.flatMap(({ username, name }) => name === undefined ? [] : [[username, name]]),
  );
  const named = Object.keys(names).length > 0;
  return [
    {
      type: "members",
      data: { project_id: project.id, added, removed: [], by, ...named && { names } },
      by,
      to: { projectId: project.id },
    },
    {
      type: "project",
      data: { change: "added", project },
      by,
      to: { watchersOf: members.map(({ id }) => id) },
    },
  ];
}
