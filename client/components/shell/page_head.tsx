import type { ComponentChildren } from "preact";
import { STROKES } from "../icon.tsx";
import { IconLink } from "../icon_link.tsx";

interface PageHeadProps {
  /** The page that this one belongs to, and its name. */
  back: { href: string; label: string };
  children: ComponentChildren;
}

/** The head of a page that belongs to another: the way back and the heading. */
export function PageHead({ back, children }: PageHeadProps) {
  return (
    <div class="page-head">
      <IconLink {...back} icon={STROKES.back} class="back" />
      <h1>{children}</h1>
    </div>
  );
}
