import type { ComponentChildren } from "preact";
import { addMembers } from "./add_members.tsx";
import { Asking } from "./asking.tsx";
import type { ManagedPanel } from "./managed_panel.ts";

/** The handlers that act without leaving the page. */
export interface Managing {
  onClick(event: MouseEvent): void;
  onSubmit(event: SubmitEvent): void;
  /** The question that is open. */
  children: ComponentChildren;
}

/** Adds members, and asks before something is done, without leaving the page. */
export function manage(panel: ManagedPanel): Managing {
  const { state: { href }, change, off } = panel;

  return {
    onClick(event) {
      const link = (event.target as Element).closest<HTMLAnchorElement>("a.ask");
      if (link === null) return;
      event.preventDefault();
      if (!off) change({ href: link.href, said: null });
    },
    onSubmit(event) {
      const form = event.target as HTMLFormElement;
      const adds = form.classList.contains("add-members");
      if (adds || off) event.preventDefault();
      if (adds && !off) void addMembers(form, panel);
    },
    children: href && <Asking key={href} {...panel} href={href} />,
  };
}
