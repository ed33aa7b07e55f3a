import { fill } from "../../i18n/message.ts";
import { isolated } from "../../shared/isolated_text.ts";
import type { Message } from "../../../lib/model/message.ts";
import { boardPath } from "../../shared/board/board_query.ts";
import { plainText } from "../markup/plain_text.ts";
import { readChoice } from "../settings/kept_choice.ts";
import { SOUND_CHOICE } from "../settings/sound_choice.ts";
import { MentionSound } from "./mention_sound.ts";
import { alertsOfMentions, mayNotify } from "./notification_permission.ts";
import { hasAttention } from "./page_attention.ts";
import { showNotification } from "./show_notification.ts";

/** Texts with the placeholders `{user}` and `{project}`. */
export interface MentionTexts {
  notify_in: string;
  /** Used when the project's name is unknown here. */
  notify_elsewhere: string;
  /** With the placeholder `{title}`. */
  notify_task: string;
  /** Used for a task when the project's name is unknown here. */
  notify_assigned: string;
}

interface Options {
  /** `HOST:PORT`; only windows on the same server are asked. */
  server: string;
  /** The reader's username. */
  me: string;
  texts: MentionTexts;
  /** The project whose room this window shows. */
  shows: number | null;
}

/** A query between the browser's windows, or its answer. */
type WindowQuery = { ask: string; project: number } | { answer: string };

/** Other windows answer within a few milliseconds. If one is slow, an extra notification does no harm. */
const ANSWER_TIMEOUT_MS = 250;
const MAX_BODY_CHARACTERS = 200;

/**
 * Shows a browser notification of a mention, or plays a sound, unless some window of Chung has its project in view.
 * Notifications from several windows share a tag, so the browser shows one.
 */
export class MentionNotifier {
  readonly #options: Options;
  readonly #channel: BroadcastChannel;
  readonly #sound = new MentionSound();
  /** Callbacks of queries that await an answer. */
  readonly #answered = new Map<string, () => void>();

  constructor(options: Options) {
    this.#options = options;
    this.#channel = new BroadcastChannel(`chung mentions ${options.server}`);
    this.#channel.onmessage = ({ data }) => this.#receive(data as WindowQuery);
  }

  /** @param project the project's name, if known */
  async mentioned(message: Message, project: string | null): Promise<void> {
    if (message.user === this.#options.me || message.deleted) return;
    if (!alertsOfMentions()) return;
    if (this.#inView(message.project_id) || await this.#inViewElsewhere(message.project_id)) return;
    if (mayNotify()) this.#show(message, project);
    if (readChoice(SOUND_CHOICE) === "on") await this.#sound.play();
  }

  close(): void {
    this.#channel.close();
  }

  #inView(project: number): boolean {
    return this.#options.shows === project && hasAttention();
  }

  #inViewElsewhere(project: number): Promise<boolean> {
    const ask = Math.random().toString(36);
    return new Promise<boolean>((resolve) => {
      this.#answered.set(ask, () => resolve(true));
      setTimeout(() => resolve(false), ANSWER_TIMEOUT_MS);
      this.#channel.postMessage({ ask, project } satisfies WindowQuery);
    }).finally(() => this.#answered.delete(ask));
  }

  #receive(query: WindowQuery): void {
    if ("answer" in query) this.#answered.get(query.answer)?.();
    else if (this.#inView(query.project)) {
      this.#channel.postMessage({ answer: query.ask } satisfies WindowQuery);
    }
  }

  #show({ id, project_id, user, message, task }: Message, project: string | null): void {
    const { notify_in, notify_elsewhere, notify_task, notify_assigned } = this.#options.texts;
    const title = project === null
      ? fill(task === undefined ? notify_elsewhere : notify_assigned, { user })
      : fill(notify_in, { user, project: isolated(project) });
    const text = task === undefined ? plainText(message) : fill(notify_task, { title: task.title });
    const characters = [...text];
    const body = isolated(
      characters.length > MAX_BODY_CHARACTERS
        ? `${characters.slice(0, MAX_BODY_CHARACTERS).join("")}…`
        : text,
    );
    const path = task === undefined
      ? `/projects/${project_id}?at=${id}`
      : boardPath(project_id, "", task.id);
    showNotification(title, { body, tag: `chung-mention-${id}` }, path);
  }
}
