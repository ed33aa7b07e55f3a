/** Why a connection that was served has ended. The server itself ends it for one of those from `shutdown` on. */
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

/** Why a connection was not served at all. */
export const REFUSAL_REASONS = ["server_full", "address_full", "rate_limited"] as const;

export type RefusalReason = typeof REFUSAL_REASONS[number];

/** The same as the client is told it: the protocol has one word for silence of every kind. */
export function toldReason(reason: ClosingReason): "shutdown" | "slow_consumer" | "idle" {
  return reason === "slow_line" || reason === "gave_way" ? "idle" : reason;
}
