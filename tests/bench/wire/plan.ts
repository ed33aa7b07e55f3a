/** The plan of a load. */
export interface LoadPlan {
  port: number;
  dialect: "chung" | "relay" | "nats";
  newline: "\n" | "\r\n";
  connections: {
    /** Lines sent first. */
    open: string[];
    /** The number of responses to those lines. */
    answers: number;
    /** A request with a message; `%` stands for its text. */
    message: string;
  }[];
  /** Connections per room: a message is delivered to all of them except its sender. */
  members: number;
  /** Unacknowledged messages per connection. */
  window: number;
  /** Bytes of a message's text, at least 14. */
  bytes: number;
  /** Seconds to measure, after one second of warm-up. */
  seconds: number;
  /** The process whose CPU time is measured. */
  processId?: number;
}

export interface LoadResult {
  acknowledgedPerSecond: number;
  deliveredPerSecond: number;
  /** Times from sending a message to its arrival at another member. */
  medianMs: number;
  p99Ms: number;
  /** CPU time of the load and of the target per acknowledged message, where the system reports it. */
  processor?: { loadMicroseconds: number; targetMicroseconds: number };
}
