import type { LoadPlan } from "./plan.ts";

/** What a line says. A number, since every line is asked. */
export const ACKNOWLEDGED = 0;
export const DELIVERED = 1;
/** Belongs to what the load does, and is not counted. */
export const PASSED = 2;
export const PING = 3;
export const UNEXPECTED = 4;

/** Tells a line that begins at `from` by as few bytes as set it apart from all others that can come. */
export type Classify = (bytes: Uint8Array, from: number) => number;

const code = (letter: string) => letter.charCodeAt(0);
const [C, E, H, O, S, V] = [..."cehosv"].map(code);
const [CAPITAL_I, CAPITAL_M, CAPITAL_O, CAPITAL_P] = [..."IMOP"].map(code);
const [TILDE, BRACE, ZERO, NINE] = [..."~{09"].map(code);

export const DIALECTS: Record<LoadPlan["dialect"], Classify> = {
  /** `ok …`, `event chat …`, while the rooms fill `event enter …`; `err …` and all else is unexpected. */
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
  /** The text of a message, `{"stream":…}`, PONG, `MSG …`, `INFO …`, PING; `{"error":…}` and `-ERR` are unexpected. */
  nats(bytes, from) {
    if (bytes[from] === TILDE) return DELIVERED;
    if (bytes[from] === CAPITAL_M || bytes[from] === CAPITAL_I) return PASSED;
    if (bytes[from] === BRACE && bytes[from + 2] === S) return ACKNOWLEDGED;
    if (bytes[from] !== CAPITAL_P) return UNEXPECTED;
    return bytes[from + 1] === CAPITAL_O ? ACKNOWLEDGED : PING;
  },
};
