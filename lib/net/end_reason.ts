/** Why a connection that was served has ended. From `shutdown` on, the server ended it. */
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

/** Why the server ends a connection. */
export type ClosingReason = Exclude<EndReason, "closed_by_client" | "read_failed" | "write_failed">;

/** Why a connection was refused. */
export const REFUSAL_REASONS = ["server_full", "address_full", "rate_limited"] as const;

export type RefusalReason = typeof REFUSAL_REASONS[number];

/** Maps the reason to the one that the client is told: the protocol has one word for every kind of silence. */
export function toldReason(reason: ClosingReason): "shutdown" | "slow_consumer" | "idle" {
  return reason === "slow_line" || reason === "gave_way" ? "idle" : reason;
}
