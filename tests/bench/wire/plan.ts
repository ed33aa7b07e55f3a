/** What a load is to do. */
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
  /** Connections in each room: a message is delivered to all of them but its sender. */
  members: number;
  /** Messages of a connection that wait for their answer. */
  window: number;
  /** Of one message's text, at least 14. */
  bytes: number;
  /** How long is measured; before it the load runs for a second. */
  seconds: number;
  /** The process whose processor time is told. */
  processId?: number;
}

export interface LoadResult {
  acknowledgedPerSecond: number;
  deliveredPerSecond: number;
  /** From the sending of a message to its arrival at another member. */
  medianMs: number;
  p99Ms: number;
  /** Of the load and of what it runs against, for one acknowledged message; where the system tells it. */
  processor?: { loadMicroseconds: number; targetMicroseconds: number };
}
