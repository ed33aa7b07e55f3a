import type { ComponentChildren } from "preact";
import { UndoForm } from "../notices/undo_form.tsx";
import { addAgain, addMembers } from "./add_members.tsx";
import { Asking } from "./asking.tsx";
import type { ManagedPanel } from "./managed_panel.ts";

/** The actions that don't leave the page. */
export interface Managing {
  /**
   * Handles a click, a submitted form, or a field that gets the focus, or input: it may have had the focus before script
   * ran.
   */
  on(event: Event): void;
  /** The people to choose from. */
  completion: ComponentChildren;
  /** The button that takes back what was done. */
  undo: ComponentChildren;
  /** The question that is open. */
  children: ComponentChildren;
}

/** Adds members, and asks before something is done, without leaving the page. */
export function manage(panel: ManagedPanel): Managing {
  const {
    state: { href, picking, clicked = false, removed },
    change,
    off,
    project,
    members,
    me,
    texts,
  } = panel;
  const names = members.map(({ username }) => username);

  function onClick(event: Event): void {
    const target = event.target as Element;
    if (isNamesField(target)) change({ clicked: true });
    const link = target.closest<HTMLAnchorElement>("a.ask");
    if (link === null) return;
    event.preventDefault();
    if (!off) change({ href: link.href, said: null, removed: undefined });
  }

  function onSubmit(event: Event): void {
    const form = event.target as HTMLFormElement;
    const [adds, undoes] = ["add-members", "undo"].map((name) => form.classList.contains(name));
    if (adds || undoes || off) event.preventDefault();
    if (off) return;
    if (adds) void addMembers(form, panel);
    if (undoes) void addAgain(form, panel);
  }

  function onFocus({ target }: Event): void {
    if (!isNamesField(target) || picking?.field === target) return;
    // If loading fails, names are typed in full.
    import("./picking/people_completion.tsx").then(
      ({ PeopleCompletion }) => change({ picking: { field: target, PeopleCompletion } }),
      () => {},
    );
  }

  return {
    on: (event) => ({ click: onClick, submit: onSubmit }[event.type] ?? onFocus)(event),
    completion: picking && (
      <picking.PeopleCompletion
        field={{ current: picking.field }}
        url={peopleUrl(panel)}
        label={texts.people_offered}
        clicked={clicked}
        except={names}
      />
    ),
    undo: removed !== undefined && project.owner === me && !names.includes(removed) && (
      <UndoForm
        action={panel.formAction("/members")}
        fields={{ members: removed }}
        label={texts.add_again}
      />
    ),
    children: href && <Asking key={href} {...panel} href={href} />,
  };
}

function isNamesField(target: unknown): target is HTMLInputElement {
  return target instanceof HTMLInputElement && target.id === "members";
}

/** Asks as the same person of the same server as the panel's forms do. */
function peopleUrl({ project, formAction }: ManagedPanel): string {
  return `/people.json${new URL(formAction(""), location.href).search}&project=${project.id}`;
}
