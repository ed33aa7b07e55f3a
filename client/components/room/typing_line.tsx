import { fill } from "../../i18n/message.ts";
import type { RoomTexts } from "../../i18n/room_texts.ts";

/** Names those who are typing; the line keeps its place when nobody is. */
export function TypingLine({ names, texts }: { names: readonly string[]; texts: RoomTexts }) {
  return <p class="typing">{typingText(names, texts)}</p>;
}

function typingText(names: readonly string[], texts: RoomTexts): string {
  if (names.length === 0) return "";
  if (names.length > 3) return texts.many_typing;
  const text = names.length === 1 ? texts.one_typing : texts.some_typing;
  return fill(text, { names: names.join(", ") });
}
