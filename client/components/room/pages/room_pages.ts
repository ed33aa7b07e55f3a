import type { MessagePage } from "../../../../lib/model/message.ts";
import type { RoomTexts } from "../../../i18n/room_texts.ts";
import { getJson } from "../../post_form.ts";
import { firstMessageId, lastMessageId, type RoomLog } from "../room_log.ts";
import { type LoadedPage, withPage } from "./with_page.ts";

/** Minimum time between a failure and the next request caused by scrolling. */
const RETRY_AFTER_MS = 3_000;

export interface PagesOptions {
  /** The URL of log pages, with a query. */
  url: string;
  texts: RoomTexts;
  /** Called with what adds the page to the log. */
  onPage(add: (log: RoomLog) => RoomLog): void;
  /** Called with the sentence that explains a failure, or null. */
  onProblem(problem: string | null): void;
}

/** Loads pages of the log outside the window, one at a time. */
export class RoomPages {
  readonly #options: PagesOptions;
  #running: object | null = null;
  #failedAt = -Infinity;

  constructor(options: PagesOptions) {
    this.#options = options;
  }

  /** @param asked whether the user pressed a button, rather than scrolled near the window's edge */
  load(log: RoomLog, direction: "older" | "newer", asked: boolean): void {
    const tooSoon = performance.now() - this.#failedAt < RETRY_AFTER_MS;
    if (this.#running !== null || (tooSoon && !asked)) return;
    const from = direction === "older" ? firstMessageId(log) : lastMessageId(log);
    const query = direction === "older" ? `before=${from}` : `after=${from}`;
    void this.#request(query, (page) => ({ direction, from, page }));
  }

  newest(log: RoomLog): void {
    void this.#request(`before=${log.newest + 1}`, (page) => ({ direction: "newest", page }));
  }

  async #request(query: string, toPage: (page: MessagePage) => LoadedPage): Promise<void> {
    const { url, texts, onPage, onProblem } = this.#options;
    const run = this.#running = {};
    const answer = await getJson<MessagePage>(`${url}&${query}`, texts, "messages");
    // Superseded by a newer request.
    if (this.#running !== run) return;
    this.#running = null;
    onProblem("error" in answer ? answer.error.text : null);
    if ("error" in answer) this.#failedAt = performance.now();
    else {
      const loaded = toPage(answer);
      onPage((log) => withPage(log, loaded));
    }
  }
}
