import type { RoomTexts } from "../../i18n/room_texts.ts";
import { NamedText } from "../named_text.tsx";
import type { ManagedPanel } from "./managed_panel.ts";

interface Added {
  added: string[];
  already: string[];
}

/** Posts the form to add members without leaving the page. */
export async function addMembers(
  form: HTMLFormElement,
  { state, change, post, texts }: ManagedPanel,
): Promise<void> {
  if (state.busy) return;
  const field = form.elements.namedItem("members") as HTMLInputElement;
  change({ busy: true });
  const fields = { members: field.value };
  const answer = await post<Added>(form.action, fields, texts, "added");
  if ("error" in answer) {
    change({ busy: false, problem: answer.error.text, added: null });
    field.focus();
    return;
  }
  field.value = "";
  change({ busy: false, problem: null, added: <AddedText {...answer} texts={texts} /> });
  // Reloading must not bring back names from the URL that were not found.
  history.replaceState(null, "", location.pathname);
}

function AddedText({ added, already, texts }: Added & { texts: RoomTexts }) {
  const named = (text: string, names: string[]) =>
    names.length > 0 && <NamedText text={text} values={{ names: names.join(", ") }} />;
  return <>{named(texts.members_added, added)} {named(texts.members_already, already)}</>;
}
