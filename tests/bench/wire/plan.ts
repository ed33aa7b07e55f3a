/** What a load is to do. Times are milliseconds but `seconds`. */
export interface LoadPlan {
  port: number;
  dialect: "chung" | "relay" | "nats";
  newline: "\n" | "\r\n";
  connections: {
    /** Sent first. */
    open: string[];
    /** How many answers those lines have. */
    answers: number;
    /** One request with a message; `%` stands for its text. */
    message: string;
  }[];
  /** Messages of a connection that wait for their answer. */
  window: number;
  /** Of one message's text. */
  bytes: number;
  seconds: number;
}

export interface LoadResult {
  acknowledgedPerSecond: number;
  deliveredPerSecond: number;
  /** From the sending of a message to its arrival at another member. */
  medianMs: number;
  p99Ms: number;
}
