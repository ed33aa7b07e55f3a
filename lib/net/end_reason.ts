/** Reasons why a served connection ends. Those from `shutdown` on are the server's own. */
export const END_REASONS = [
  "closed_by_client",
  "read_failed",
  "write_failed",
  "shutdown",
  "slow_consumer",
  "idle",
  "slow_line",
  "gave_way",
] as const;

export type EndReason = typeof END_REASONS[number];

/** A reason for which the server ends a connection. */
export type ClosingReason = Exclude<EndReason, "closed_by_client" | "read_failed" | "write_failed">;

/** Reasons why a connection is not served at all. */
export const REFUSAL_REASONS = ["server_full", "address_full", "rate_limited"] as const;

export type RefusalReason = typeof REFUSAL_REASONS[number];

/** Maps a reason to the one sent to the client: the protocol has a single word for every kind of silence. */
export function toldReason(reason: ClosingReason): "shutdown" | "slow_consumer" | "idle" {
  return reason === "slow_line" || reason === "gave_way" ? "idle" : reason;
}
