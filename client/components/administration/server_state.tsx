import type { BackupStatus, Stats } from "../../../lib/model/figures/stats.ts";
import type { ServerTexts } from "../../i18n/administration/server_texts.ts";
import { chatTime } from "../chat_time.ts";
import { durationText, figureText, sayIn } from "./figure_text.ts";

interface StateProps<Told> {
  state: Told;
  now: Date;
  texts: ServerTexts;
}

/** The state of a server: how it runs, and how much it holds. */
export function StateNow({ state, texts }: Omit<StateProps<Stats>, "now">) {
  const say = sayIn(texts);
  const count = (value: number) => figureText("count", value, texts);
  const facts: [key: keyof ServerTexts["texts"], text: string][] = [
    ["state_uptime", durationText(state.uptime_s, texts)],
    ["state_version", state.version],
    ["figure_connections", count(state.connections)],
    ["state_entered", count(state.entered)],
    ["state_requests", count(state.requests)],
    ["state_errors", count(state.errors)],
    ["state_users", count(state.users)],
    ["state_projects", count(state.projects)],
    ["state_messages", count(state.messages)],
    ["state_tasks", count(state.tasks)],
    ["figure_store", figureText("size", state.store_bytes, texts)],
    ["figure_log", figureText("size", state.log_bytes, texts)],
  ];
  return (
    <dl class="state-now">
      {facts.map(([key, text]) => (
        <div key={key}>
          <dt>{say(key)}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** How the regular backups go. */
export function BackupState({ state, now, texts }: StateProps<BackupStatus | null>) {
  const say = sayIn(texts);
  if (state === null) return <p class="hint">{say("backup_none")}</p>;
  const { last_ok_at, last_error, next_at } = state;
  return (
    <>
      {last_error !== null && (
        <p class="problem">
          {say("backup_failed")} <bdi>{last_error}</bdi>
        </p>
      )}
      <p>
        {last_ok_at === null
          ? say("backup_never")
          : say("backup_last", { time: chatTime(last_ok_at, now) })}
        {next_at !== null && ` ${say("backup_next", { time: chatTime(next_at, now) })}`}
      </p>
    </>
  );
}
