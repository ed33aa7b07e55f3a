import type { Histogram } from "./histogram.ts";
import type { ServerSample } from "./server_sample.ts";

/** A value, and the labels that tell it from the others of its metric, such as `reason="idle"`; "" for none. */
type Value = [labels: string, value: number];

/** A metric as Prometheus knows it. */
export type Metric =
  & { name: string; help: string }
  & (
    | { type: "counter" | "gauge"; values: (sample: ServerSample) => number | Value[] }
    | { type: "histogram"; values: (sample: ServerSample) => Histogram }
  );

const byReason = (counts: Record<string, number>): Value[] =>
  Object.entries(counts).map(([reason, count]) => [`reason="${reason}"`, count]);

/** Everything that the server tells Prometheus, in that order. Durations are in seconds there. */
export const METRICS: readonly Metric[] = [
  {
    name: "chung_requests_total",
    type: "counter",
    help: "Answered requests by action and outcome: ok or the error code.",
    values: ({ requests }) =>
      [...requests.byOutcome()].map(({ action, outcome, count }) => [
        `action="${action}",outcome="${outcome}"`,
        count,
      ]),
  },
  {
    name: "chung_request_duration_seconds",
    type: "histogram",
    help: "From reading a request until its answer and events were queued.",
    values: ({ requests }) => requests.answers,
  },
  {
    name: "chung_delivery_duration_seconds",
    type: "histogram",
    help: "From reading a request until its events were queued on every receiver's connection.",
    values: ({ requests }) => requests.deliveries,
  },
  {
    name: "chung_commit_duration_seconds",
    type: "histogram",
    help: "From handing a transaction to the writer until it was durable.",
    values: ({ store }) => store.committed.commits,
  },
  {
    name: "chung_writes_total",
    type: "counter",
    help: "Writes stored; many share a transaction.",
    values: ({ store }) => store.committed.writes,
  },
  {
    name: "chung_messages_total",
    type: "counter",
    help: "Messages stored since the start.",
    values: ({ requests }) => requests.messages,
  },
  {
    name: "chung_connections",
    type: "gauge",
    help: "Open connections.",
    values: ({ connections }) => connections.open,
  },
  {
    name: "chung_connections_trusted",
    type: "gauge",
    help: "Open connections that have shown a valid token.",
    values: ({ connections }) => connections.trusted,
  },
  {
    name: "chung_connections_entered",
    type: "gauge",
    help: "Open connections that are in a room.",
    values: ({ entered }) => entered,
  },
  {
    name: "chung_connections_accepted_total",
    type: "counter",
    help: "Connections served since the start.",
    values: ({ connections }) => connections.accepted,
  },
  {
    name: "chung_connections_ended_total",
    type: "counter",
    help: "Connections that ended, by reason.",
    values: ({ connections }) => byReason(connections.ended),
  },
  {
    name: "chung_connections_refused_total",
    type: "counter",
    help: "Connections that were refused, by reason.",
    values: ({ connections }) => byReason(connections.refused),
  },
  {
    name: "chung_requests_in_hand",
    type: "gauge",
    help: "Requests read and not answered yet.",
    values: ({ connections }) => connections.inHand,
  },
  {
    name: "chung_write_queue_length",
    type: "gauge",
    help: "Writes that wait for a transaction.",
    values: ({ store }) => store.waiting,
  },
  {
    name: "chung_password_queue_length",
    type: "gauge",
    help: "Passwords that wait to be hashed or checked.",
    values: ({ passwordsWaiting }) => passwordsWaiting,
  },
  {
    name: "chung_outbox_bytes",
    type: "gauge",
    help: "Output that the clients have not taken yet.",
    values: ({ connections }) => connections.unreadBytes,
  },
  {
    name: "chung_database_bytes",
    type: "gauge",
    help: "Size of the database file.",
    values: ({ files }) => files.database,
  },
  {
    name: "chung_wal_bytes",
    type: "gauge",
    help: "Size of the database's write-ahead log.",
    values: ({ files }) => files.wal,
  },
  {
    name: "chung_log_bytes",
    type: "gauge",
    help: "Size of the files in the log folder.",
    values: ({ files }) => files.log,
  },
  {
    name: "chung_log_backlog_bytes",
    type: "gauge",
    help: "Entries of the log that are not in its files yet.",
    values: ({ audit }) => audit.bytes,
  },
  {
    name: "chung_log_lost_entries",
    type: "gauge",
    help: "Entries of the log lost since it could last be written.",
    values: ({ audit }) => audit.lost,
  },
  {
    name: "chung_backup_last_success_timestamp_seconds",
    type: "gauge",
    help: "When the server's newest own backup was made, since unix epoch; 0 if there is none.",
    values: ({ backup }) =>
      backup === null ? [] : [["", Date.parse(backup.last_ok_at ?? "1970-01-01") / 1_000]],
  },
  {
    name: "chung_backup_failing",
    type: "gauge",
    help: "Whether the last attempt at a backup failed: 1 or 0.",
    values: ({ backup }) => backup === null ? [] : [["", backup.last_error === null ? 0 : 1]],
  },
  {
    name: "chung_heap_bytes",
    type: "gauge",
    help: "Memory in use by JavaScript.",
    values: ({ memory }) => memory.heapUsed,
  },
  {
    name: "process_resident_memory_bytes",
    type: "gauge",
    help: "Resident memory size in bytes.",
    values: ({ memory }) => memory.rss,
  },
  {
    name: "process_start_time_seconds",
    type: "gauge",
    help: "Start time of the process since unix epoch in seconds.",
    values: ({ startedAt }) => startedAt / 1_000,
  },
  {
    name: "chung_build_info",
    type: "gauge",
    help: "Always 1; its label is the version.",
    values: ({ version }) => [[`version="${version}"`, 1]],
  },
];
