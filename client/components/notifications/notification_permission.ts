import { readChoice } from "../settings/kept_choice.ts";
import { SOUND_CHOICE } from "../settings/sound_choice.ts";

/** The user's decision on notifications; `denied` where the browser has none. */
function permission(): NotificationPermission {
  return "Notification" in globalThis ? Notification.permission : "denied";
}

export const mayNotify = () => permission() === "granted";

/** Whether the user has not decided yet. */
export const canAskToNotify = () => permission() === "default";

/** Whether a mention is shown or heard. */
export const alertsOfMentions = () => mayNotify() || readChoice(SOUND_CHOICE) === "on";
