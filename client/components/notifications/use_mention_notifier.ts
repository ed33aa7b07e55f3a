import { useEffect, useRef } from "preact/hooks";
import type { Message } from "../../../lib/model/message.ts";
import type { Project } from "../../../lib/model/project.ts";
import { hasAttention } from "./page_attention.ts";
import type { MentionNotifier, MentionTexts } from "./mention_notifier.ts";
import { alertsOfMentions } from "./notification_permission.ts";

interface Options {
  server: string;
  me: string;
  /** The project whose room the page shows. */
  project: Project;
  texts: MentionTexts;
}

/** Notifies of mentions in any project while the page is open. Loads the notifier once notifications or sounds are on. */
export function useMentionNotifier({ server, me, project, texts }: Options) {
  const notifier = useRef<Promise<MentionNotifier | undefined>>();

  function start(): void {
    if (!alertsOfMentions() || notifier.current !== undefined) return;
    notifier.current = import("./mention_notifier.ts").then(({ MentionNotifier }) =>
      new MentionNotifier({ server, me, texts, shows: project.id })
    ).catch(() => notifier.current = undefined); // Retried at the next mention.
  }

  useEffect(() => {
    start();
    // In another window it may have been turned on meanwhile.
    addEventListener("focus", start);
    return () => {
      removeEventListener("focus", start);
      void notifier.current?.then((started) => started?.close());
    };
  }, []);

  return {
    /** Call after permission was granted. */
    start,
    async mentioned(message: Message): Promise<void> {
      // Checked before the permission, which is slow to query when there are many mentions.
      if (message.project_id === project.id && hasAttention()) return;
      start();
      const name = message.project_id === project.id ? project.name : null;
      await (await notifier.current)?.mentioned(message, name);
    },
  };
}
