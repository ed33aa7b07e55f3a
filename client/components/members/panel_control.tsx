import { Icon } from "../icon.tsx";
import type { Panel } from "./use_panel.ts";

interface PanelControlProps {
  panel: Panel;
  /** The page that shows the members without script. */
  href: string;
  label: string;
}

/** Opens and closes the members; leads to their page until the page is live. */
export function PanelControl({ panel, href, label }: PanelControlProps) {
  const { visible, show, control } = panel;
  const toggle = () => show(!visible);
  const live = visible !== null;
  return (
    <a
      class="icon-button"
      href={href}
      ref={control}
      aria-label={label}
      title={label}
      role={live ? "button" : undefined}
      aria-expanded={visible ?? undefined}
      aria-controls={live ? "members-panel" : undefined}
      onClick={(event) => {
        event.preventDefault();
        toggle();
      }}
      onKeyDown={(event) => {
        if (event.key !== " ") return;
        event.preventDefault();
        toggle();
      }}
    >
      <Icon name="people" />
    </a>
  );
}
