/** What is wrong with the server's certificate, or that it doesn't speak TLS where it has to. */
export const DISTRUSTS = [
  "tls_untrusted",
  "tls_authority",
  "tls_wrong_name",
  "tls_expired",
  "tls_absent",
] as const;

export type Distrust = typeof DISTRUSTS[number];
