/** The user's decision on notifications; `denied` where the browser has none. */
function permission(): NotificationPermission {
  return "Notification" in globalThis ? Notification.permission : "denied";
}

export const mayNotify = () => permission() === "granted";

/** Whether the user has not decided yet. */
export const canAskToNotify = () => permission() === "default";
