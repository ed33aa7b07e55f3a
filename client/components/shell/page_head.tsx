import type { ComponentChildren } from "preact";
import { Icon } from "../icon.tsx";

interface PageHeadProps {
  /** The page that this one belongs to, and its name. */
  back: { href: string; label: string };
  children: ComponentChildren;
}

/** The head of a page that belongs to another: the way back and the heading. */
export function PageHead({ back, children }: PageHeadProps) {
  return (
    <div class="page-head">
      <a class="back icon-button" href={back.href} aria-label={back.label} title={back.label}>
        <Icon name="back" />
      </a>
      <h1>{children}</h1>
    </div>
  );
}
