import type { GreetingData } from "../../components/greeting/greeting.tsx";
import type { Language } from "../../i18n/language.ts";
import { t } from "../../i18n/translate.ts";
import type { RoomView } from "../../shared/room_view.ts";
import { isUnwritten } from "../../components/greeting/unwritten.ts";

/** The greeting of a room for its owner; undefined once somebody has written in it, and for everybody else. */
export function roomGreeting(
  { project, messages, more, newer }: RoomView,
  me: string,
  language: Language,
): GreetingData | undefined {
  const written = more || newer || !isUnwritten(messages);
  if (written || project.owner !== me || project.archived) return;
  const path = `/projects/${project.id}`;
  const step = (what: "write" | "people" | "commands" | "settings" | "keys", href: string) => ({
    href,
    text: t(language, `greeting_${what}`),
    hint: t(language, `greeting_${what}_means`),
  });
  return {
    title: t(language, "greeting"),
    steps: [
      step("write", "#message"),
      step("people", `${path}/people#members`),
      step("commands", ""),
      step("settings", `${path}/settings`),
      step("keys", ""),
    ],
    remove: t(language, "greeting_remove"),
  };
}
