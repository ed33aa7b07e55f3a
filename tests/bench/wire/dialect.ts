import type { LoadPlan } from "./plan.ts";

/** The meaning of a line. A number, because every line is classified. */
export const ACKNOWLEDGED = 0;
export const DELIVERED = 1;
/** Expected, but not counted. */
export const PASSED = 2;
export const PING = 3;
export const UNEXPECTED = 4;

/** Classifies the line that begins at `from`, looking at as few bytes as necessary. */
export type Classify = (bytes: Uint8Array, from: number) => number;

const code = (letter: string) => letter.charCodeAt(0);
const [C, E, H, O, S, V] = [..."cehosv"].map(code);
const [CAPITAL_I, CAPITAL_M, CAPITAL_O, CAPITAL_P] = [..."IMOP"].map(code);
const [TILDE, BRACE, ZERO, NINE] = [..."~{09"].map(code);

export const DIALECTS: Record<LoadPlan["dialect"], Classify> = {
  /** `ok …`, `event chat …`, and `event enter …` while the rooms fill; `err …` and anything else is unexpected. */
  chung(bytes, from) {
    if (bytes[from] === O) return ACKNOWLEDGED;
    if (bytes[from] !== E || bytes[from + 1] !== V) return UNEXPECTED;
    if (bytes[from + 6] === C && bytes[from + 7] === H) return DELIVERED;
    return bytes[from + 6] === E ? PASSED : UNEXPECTED;
  },
  /** `ok`, or a message, which begins with its room's number. */
  relay(bytes, from) {
    if (bytes[from] === O) return ACKNOWLEDGED;
    return bytes[from] >= ZERO && bytes[from] <= NINE ? DELIVERED : UNEXPECTED;
  },
  /** A message's text, `{"stream":…}`, PONG, `MSG …`, `INFO …`, PING; `{"error":…}` and `-ERR` are unexpected. */
  nats(bytes, from) {
    if (bytes[from] === TILDE) return DELIVERED;
    if (bytes[from] === CAPITAL_M || bytes[from] === CAPITAL_I) return PASSED;
    if (bytes[from] === BRACE && bytes[from + 2] === S) return ACKNOWLEDGED;
    if (bytes[from] !== CAPITAL_P) return UNEXPECTED;
    return bytes[from + 1] === CAPITAL_O ? ACKNOWLEDGED : PING;
  },
};
