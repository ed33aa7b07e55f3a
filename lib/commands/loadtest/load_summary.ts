import type { Bilingual, Language } from "../../cli/locale.ts";
import type { LoadPlan, LoadRecord } from "./load.ts";
import type { FaultKind } from "./load_audit.ts";

/** Times in milliseconds; null where nothing was timed. */
export interface Spread {
  p50: number | null;
  p90: number | null;
  p99: number | null;
  max: number | null;
}

/** A load in figures, as `--json` prints it. */
export interface LoadSummary {
  connections: number;
  rooms: number;
  /** From the first message to the last acknowledgement. */
  seconds: number;
  messages: number;
  /** Acknowledged messages a second. */
  rate: number;
  acknowledgement_ms: Spread;
  /** Deliveries to the other members. */
  deliveries: number;
  deliveries_expected: number;
  delivery_ms: Spread;
  refused: number;
  unanswered: number;
  /** How many messages or deliveries are wrong, by the kind of what is wrong: all 0 where nothing was lost. */
  faults: Record<FaultKind, number>;
}

const KINDS: Record<FaultKind, Bilingual> = {
  missing: { en: "acknowledged, but not in the store", vi: "đã xác nhận nhưng không được lưu" },
  altered: { en: "stored otherwise than sent", vi: "được lưu khác với lúc gửi" },
  doubled: { en: "stored twice", vi: "được lưu hai lần" },
  disordered: { en: "out of order", vi: "sai thứ tự" },
  unacknowledged: { en: "stored, but not acknowledged", vi: "được lưu nhưng không được xác nhận" },
  undelivered: { en: "not delivered to a member", vi: "không đến một thành viên" },
  misdelivered: {
    en: "delivered otherwise than sent, twice or out of order",
    vi: "đến nơi nhưng sai nội dung, hai lần hoặc sai thứ tự",
  },
};

export function summarize(plan: LoadPlan, record: LoadRecord): LoadSummary {
  const faults = Object.fromEntries(Object.keys(KINDS).map((kind) => [kind, 0])) as Record<
    FaultKind,
    number
  >;
  for (const { kind } of record.faults) faults[kind]++;
  const seconds = Math.max(record.duration, 0) / 1_000;
  const messages = record.acknowledgements.length;
  return {
    connections: plan.connections,
    rooms: plan.rooms,
    seconds: rounded(seconds),
    messages,
    rate: seconds > 0 ? rounded(messages / seconds) : 0,
    acknowledgement_ms: spreadOf(record.acknowledgements),
    deliveries: record.deliveries.length,
    deliveries_expected: record.expected,
    delivery_ms: spreadOf(record.deliveries),
    refused: record.refused,
    unanswered: record.unanswered,
    faults,
  };
}

/** Whether each acknowledged message is stored and delivered as it should be, and each request was answered. */
export function isComplete({ messages, unanswered, faults }: LoadSummary): boolean {
  return messages > 0 && unanswered === 0 && Object.values(faults).every((count) => count === 0);
}

function spreadOf(times: number[]): Spread {
  const sorted = Float64Array.from(times).sort();
  const at = (part: number) =>
    sorted.length === 0 ? null : rounded(sorted[Math.ceil(sorted.length * part) - 1]);
  return { p50: at(0.5), p90: at(0.9), p99: at(0.99), max: at(1) };
}

function rounded(number: number): number {
  return Math.round(number * 100) / 100;
}

export function summaryText(summary: LoadSummary, language: Language): string {
  const { messages, seconds, rate, deliveries, deliveries_expected, refused, unanswered } = summary;
  const times = ({ p50, p90, p99, max }: Spread) =>
    `p50 ${p50 ?? "–"}  p90 ${p90 ?? "–"}  p99 ${p99 ?? "–"}  max ${max ?? "–"} ms`;
  const rows: [Bilingual, string][] = [
    [{ en: "messages acknowledged", vi: "tin nhắn được xác nhận" }, `${messages}`],
    [{ en: "seconds", vi: "số giây" }, `${seconds}`],
    [{ en: "messages a second", vi: "tin nhắn mỗi giây" }, `${rate}`],
    [
      { en: "until acknowledged", vi: "đến khi được xác nhận" },
      times(summary.acknowledgement_ms),
    ],
    [{ en: "until delivered", vi: "đến khi tới nơi" }, times(summary.delivery_ms)],
    [{ en: "deliveries", vi: "lượt giao" }, `${deliveries} / ${deliveries_expected}`],
    [{ en: "refused", vi: "bị từ chối" }, `${refused}`],
    [{ en: "without an answer", vi: "không có trả lời" }, `${unanswered}`],
  ];
  for (const [kind, count] of Object.entries(summary.faults)) {
    if (count > 0) rows.push([KINDS[kind as FaultKind], `${count}`]);
  }
  const width = Math.max(...rows.map(([name]) => name[language].length));
  const lost: Bilingual = isComplete(summary)
    ? { en: "nothing was lost", vi: "không mất tin nhắn nào" }
    : {
      en: "NOT all messages were stored, delivered and answered as they should be",
      vi: "KHÔNG phải mọi tin nhắn đều được lưu, đến nơi và được trả lời đúng",
    };
  return [
    ...rows.map(([name, value]) => `${name[language].padEnd(width)}  ${value}`),
    lost[language],
  ]
    .join("\n");
}
