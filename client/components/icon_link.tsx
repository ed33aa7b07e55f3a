import { StrokeIcon } from "./icon.tsx";

interface IconLinkProps {
  href: string;
  /** The icon's strokes. */
  icon: string;
  label: string;
  class?: string;
}

/** A link that is an icon; its name is read out, and shows when pointed at. */
export function IconLink({ href, icon, label, class: classes = "" }: IconLinkProps) {
  return (
    <a class={`icon-button ${classes}`.trim()} href={href} aria-label={label} title={label}>
      <StrokeIcon path={icon} />
    </a>
  );
}
