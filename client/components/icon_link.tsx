import { Icon } from "./icon.tsx";

interface IconLinkProps {
  href: string;
  icon: Parameters<typeof Icon>[0]["name"];
  label: string;
  class?: string;
}

/** A link that is an icon; its name is read out, and shows when pointed at. */
export function IconLink({ href, icon, label, class: classes = "" }: IconLinkProps) {
  return (
    <a class={`icon-button ${classes}`.trim()} href={href} aria-label={label} title={label}>
      <Icon name={icon} />
    </a>
  );
}
