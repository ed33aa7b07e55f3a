import type { RefObject } from "preact";
import { useMemo } from "preact/hooks";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import { commandSource } from "../commands/command_source.ts";
import { emojiSource } from "../emoji/emoji_source.ts";
import { Completion } from "./completion.tsx";
import { mentionSource } from "./mention_source.ts";

interface ComposerCompletionProps {
  field: RefObject<HTMLTextAreaElement>;
  /** The members' names. */
  names: readonly string[];
  /** The user's own name. */
  me: string;
  texts: Pick<RoomTexts, "members" | "emoji" | "command_list" | "command_task" | "command_help">;
}

/** Completes what a message may hold: members' names, emoji, and the word of a command. */
export function ComposerCompletion({ field, names, me, texts }: ComposerCompletionProps) {
  const sources = useMemo(
    () => [
      commandSource(
        texts.command_list,
        { task: texts.command_task, help: texts.command_help },
        document.documentElement.lang,
      ),
      mentionSource(texts.members, names, me),
      emojiSource(texts.emoji),
    ],
    [names],
  );
  return <Completion field={field} sources={sources} />;
}
