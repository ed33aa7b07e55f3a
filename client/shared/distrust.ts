/** Reasons to refuse a server reached by TLS: its certificate, or that it doesn't speak TLS. */
export const DISTRUSTS = [
  "tls_untrusted",
  "tls_authority",
  "tls_wrong_name",
  "tls_expired",
  "tls_absent",
] as const;

export type Distrust = typeof DISTRUSTS[number];
