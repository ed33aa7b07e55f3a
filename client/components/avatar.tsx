import { personBadge, projectBadge } from "../shared/person_badge.ts";

interface AvatarProps {
  /** The username. */
  name: string;
  size: "small" | "medium";
}

/** A person's initials in their colour. Decorative: the name stands beside it. */
export function Avatar({ name, size }: AvatarProps) {
  const { initials, colour } = personBadge(name);
  return <span class={`avatar ${size} person-${colour}`} aria-hidden="true">{initials}</span>;
}

/** The tile of a project, with the first letter of its name. Decorative: the name stands beside it. */
export function ProjectTile({ project }: { project: { id: number; name: string } }) {
  const { initials, colour } = projectBadge(project);
  return <span class={`avatar small person-${colour}`} aria-hidden="true">{initials}</span>;
}
