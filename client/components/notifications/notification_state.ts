import { canAskToNotify, mayNotify } from "./notification_permission.ts";

/** Whether this browser notifies, may be asked to, or why it doesn't. */
export type NotificationState = "on" | "ask" | "denied" | "insecure" | "unsupported";

export function notificationState(): NotificationState {
  // There permission counts as denied, but nobody can give it.
  if (!isSecureContext) return "insecure";
  if (!("Notification" in globalThis)) return "unsupported";
  return mayNotify() ? "on" : canAskToNotify() ? "ask" : "denied";
}

/** Calls `change` when the permission may have been given or taken. Returns a function that stops listening. */
export function onPermissionChange(change: () => void): () => void {
  let permission: PermissionStatus | null = null;
  let stopped = false;
  const query = navigator.permissions?.query({ name: "notifications" });
  query?.then((status) => {
    if (stopped) return;
    permission = status;
    status.onchange = change;
    // Safari before 16 can't be asked; the next visit of the page tells.
  }, () => {});
  return () => {
    stopped = true;
    if (permission !== null) permission.onchange = null;
  };
}
