/** Tells the time. What measures takes `monotonic`; what is stored, shown or compared with a stored time takes `wall`. */
export interface Clock {
  /** Unix time in milliseconds; it jumps, also back, when the machine's clock is set. */
  wall(): number;
  /** Milliseconds since some moment in the past; it never goes back, and setting the clock doesn't change it. */
  monotonic(): number;
}

export const systemClock: Clock = {
  wall: () => Date.now(),
  monotonic: () => performance.now(),
};
