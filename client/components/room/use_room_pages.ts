import { useRef, useState } from "preact/hooks";
import type { MessagePage } from "../../../lib/model/message.ts";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import { getJson } from "../post_form.ts";
import { firstMessageId, lastMessageId, type LoadedPage, type RoomLog } from "./room_log.ts";

/** Minimum time between a failure and the next request caused by scrolling. */
const RETRY_AFTER_MS = 3_000;

interface Options {
  /** The URL of log pages, with a query. */
  url: string;
  texts: RoomTexts;
  onPage(loaded: LoadedPage): void;
}

/** Loads pages of the log outside the window, one at a time. */
export function useRoomPages({ url, texts, onPage }: Options) {
  const [problem, setProblem] = useState<string | null>(null);
  const running = useRef<object | null>(null);
  const failedAt = useRef(-Infinity);

  async function request(query: string, toPage: (page: MessagePage) => LoadedPage): Promise<void> {
    const run = running.current = {};
    const answer = await getJson<MessagePage>(`${url}&${query}`, texts, "messages");
    // Superseded by a newer request.
    if (running.current !== run) return;
    running.current = null;
    setProblem("error" in answer ? answer.error.text : null);
    if ("error" in answer) failedAt.current = performance.now();
    else onPage(toPage(answer));
  }

  return {
    problem,
    /** @param asked whether the user pressed a button, rather than scrolled near the window's edge */
    load(log: RoomLog, direction: "older" | "newer", asked = false): void {
      const tooSoon = performance.now() - failedAt.current < RETRY_AFTER_MS;
      if (running.current !== null || (tooSoon && !asked)) return;
      const from = direction === "older" ? firstMessageId(log) : lastMessageId(log);
      const query = direction === "older" ? `before=${from}` : `after=${from}`;
      void request(query, (page) => ({ direction, from, page }));
    },
    newest(log: RoomLog): void {
      void request(`before=${log.newest + 1}`, (page) => ({ direction: "newest", page }));
    },
  };
}
