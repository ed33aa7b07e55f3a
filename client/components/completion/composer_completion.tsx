import type { RefObject } from "preact";
import { useMemo } from "preact/hooks";
import { emojiSource } from "../emoji/emoji_source.ts";
import { Completion } from "./completion.tsx";
import { mentionSource } from "./mention_source.ts";

interface ComposerCompletionProps {
  field: RefObject<HTMLTextAreaElement>;
  /** The members' names. */
  names: readonly string[];
  /** The user's own name. */
  me: string;
  texts: { members: string; emoji: string };
}

/** Completes what a message may hold: members' names and emoji. */
export function ComposerCompletion({ field, names, me, texts }: ComposerCompletionProps) {
  const sources = useMemo(
    () => [mentionSource(texts.members, names, me), emojiSource(texts.emoji)],
    [names],
  );
  return <Completion field={field} sources={sources} />;
}
