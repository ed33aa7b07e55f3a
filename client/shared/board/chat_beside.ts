/** The cookie by which a browser keeps whether the chat is shown beside a board. */
export const CHAT_COOKIE = "board_chat";

/** Returns whether it is shown where there is room; it is until somebody closes it. */
export function chatBeside(cookie: string | null): boolean {
  return cookie !== "closed";
}
