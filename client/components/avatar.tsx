import { type PersonBadge, personBadge, projectBadge } from "../shared/person_badge.ts";

interface AvatarProps {
  /** The username. */
  name: string;
  size: "small" | "medium";
}

/** A person's initials in their colour. Decorative: the name stands beside it. */
export function Avatar({ name, size }: AvatarProps) {
  return <Badge {...personBadge(name)} size={size} />;
}

/** The tile of a project, with the first letter of its name. Decorative: the name stands beside it. */
export function ProjectTile({ project }: { project: { id: number; name: string } }) {
  return <Badge {...projectBadge(project)} size="small" />;
}

/** The style sheet draws the letters: as text they would be read out and copied with what stands beside. */
function Badge({ initials, colour, size }: PersonBadge & Pick<AvatarProps, "size">) {
  return (
    <span
      class={`avatar ${size} person-${colour}`}
      data-initials={initials}
      aria-hidden="true"
    />
  );
}
