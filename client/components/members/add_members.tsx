import type { RoomTexts } from "../../i18n/room_texts.ts";
import { NamedText } from "../named_text.tsx";
import { postForm } from "../post_form.ts";
import type { ManagedPanel } from "./managed_panel.ts";

interface Added {
  added: string[];
  already: string[];
}

/** Posts the form to add members without leaving the page. */
export async function addMembers(form: HTMLFormElement, panel: ManagedPanel): Promise<void> {
  const { state, change, texts } = panel;
  if (state.busy) return;
  const field = namesIn(form);
  change({ busy: true });
  const names = field.value;
  const answer = await posted(form, panel);
  if ("error" in answer) {
    change({ busy: false, problem: answer.error.text, added: null });
    field.focus();
    return;
  }
  // What was typed meanwhile is kept.
  if (field.value === names) field.value = "";
  change({ busy: false, problem: null, added: <AddedText {...answer} texts={texts} /> });
  // Reloading must not bring back names from the URL that were not found.
  history.replaceState(null, "", location.pathname);
}

/** Adds a member who was just removed, without leaving the page. */
export async function addAgain(form: HTMLFormElement, panel: ManagedPanel): Promise<void> {
  const { state, change, texts, panel: { current } } = panel;
  if (state.busy) return;
  change({ busy: true });
  const answer = await posted(form, panel);
  if ("error" in answer) {
    const { text } = answer.error;
    const adding = current?.querySelector<HTMLFormElement>(".add-members");
    // Whoever may not add anybody any more has no form for it.
    if (!adding) return change({ busy: false, said: text, removed: undefined });
    // The name is ready to be added as any other.
    const field = namesIn(adding);
    field.value = [namesIn(form).value, field.value].filter(Boolean).join(", ");
    change({ busy: false, said: null, removed: undefined, problem: text });
    field.focus();
    return;
  }
  const said = <AddedText {...answer} texts={texts} />;
  change({ busy: false, said, removed: undefined });
  // The button that had the focus is gone.
  current?.querySelector<HTMLElement>(".done")?.focus();
}

function namesIn(form: HTMLFormElement): HTMLInputElement {
  return form.elements.namedItem("members") as HTMLInputElement;
}

function posted(form: HTMLFormElement, { texts }: ManagedPanel) {
  return postForm<Added>(form.action, { members: namesIn(form).value }, texts, "added");
}

function AddedText({ added, already, texts }: Added & { texts: RoomTexts }) {
  const named = (text: string, names: string[]) =>
    names.length > 0 && <NamedText text={text} values={{ names: names.join(", ") }} />;
  return <>{named(texts.members_added, added)} {named(texts.members_already, already)}</>;
}
