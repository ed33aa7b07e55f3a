import type { NotifyTexts } from "../../i18n/notify_texts.ts";
import { playSound } from "./play_sound.ts";
import { showNotification } from "./show_notification.ts";

let shown: Notification | null = null;

/** Alerts as a mention does, shown or heard or both, and tells what happened. */
export async function tryAlert(
  texts: NotifyTexts,
  shows: boolean,
  sounds: boolean,
): Promise<string> {
  const said: string[] = [];
  if (shows) {
    // Instead of the one before, which may still be there.
    shown?.close();
    shown = showNotification("Chung", { body: texts.notify_example }, null);
    said.push(shown === null ? texts.notify_unsupported : texts.notify_shown);
  }
  if (sounds) said.push(await playSound() ? texts.sound_played : texts.sound_refused);
  return said.join(" ");
}
