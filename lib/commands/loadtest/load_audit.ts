/** A message, as its sender was told of it or as the store has it. */
export interface LoadMessage {
  id: number;
  user: string;
  text: string;
}

/** The answers and events that one member of a room got. */
export interface MemberRecord {
  user: string;
  /** The acknowledgements, in the order of the requests. */
  acknowledged: LoadMessage[];
  /** The messages of others that were delivered, in the order in which they came. */
  delivered: LoadMessage[];
}

export type FaultKind =
  | "missing"
  | "altered"
  | "doubled"
  | "disordered"
  | "unacknowledged"
  | "undelivered"
  | "misdelivered";

/** A message with which something is wrong. */
export interface Fault {
  kind: FaultKind;
  room: number;
  id: number;
  /** The member who didn't get it, or not as it is. */
  member?: string;
}

/**
 * Compares what the members of a room were told with the messages that the store has.
 * @param stored all messages of the room, without lines of activity, in the order of its history
 */
export function auditRoom(room: number, members: MemberRecord[], stored: LoadMessage[]): Fault[] {
  const faults: Fault[] = [];
  const fault = (kind: FaultKind, id: number, member?: string) =>
    faults.push({ kind, room, id, ...member !== undefined && { member } });
  const acknowledged = members.flatMap((member) => member.acknowledged);
  const copies = new Map<number, LoadMessage[]>();
  const texts = new Set<string>();
  const told = new Set(acknowledged.map(({ id }) => id));
  let last = -Infinity;
  for (const message of stored) {
    const { id, text } = message;
    copies.set(id, [...copies.get(id) ?? [], message]);
    // Each text of the load is sent once.
    if (texts.has(text)) fault("doubled", id);
    else if (id <= last) fault("disordered", id);
    if (!told.has(id)) fault("unacknowledged", id);
    texts.add(text);
    last = id;
  }
  for (const message of acknowledged) {
    const [copy] = copies.get(message.id) ?? [];
    if (copy === undefined) fault("missing", message.id);
    else if (!isSame(copy, message)) fault("altered", message.id);
  }
  for (const { acknowledged } of members) {
    for (const { id } of descending(acknowledged)) fault("disordered", id);
  }
  const all = new Map(acknowledged.map((message) => [message.id, message]));
  for (const { user, delivered } of members) {
    const got = new Set<number>();
    for (const message of delivered) {
      const sent = all.get(message.id);
      const wrong = sent === undefined || !isSame(sent, message) || sent.user === user;
      if (wrong || got.has(message.id)) fault("misdelivered", message.id, user);
      got.add(message.id);
    }
    for (const { id } of descending(delivered)) fault("misdelivered", id, user);
    for (const { id, user: sender } of acknowledged) {
      if (sender !== user && !got.has(id)) fault("undelivered", id, user);
    }
  }
  return faults;
}

function isSame(one: LoadMessage, other: LoadMessage): boolean {
  return one.id === other.id && one.user === other.user && one.text === other.text;
}

/** The messages that come after a later one. */
function descending(messages: LoadMessage[]): LoadMessage[] {
  return messages.filter(({ id }, index) => index > 0 && id < messages[index - 1].id);
}
