import { setTimeout as delay } from "node:timers/promises";
import type { Progress } from "../../cli/progress.ts";
import { systemClock } from "../../clock.ts";
import { isActivity, type Message } from "../../model/message.ts";
import { auditRoom, type Fault, type LoadMessage } from "./load_audit.ts";
import { LoadConnection } from "./load_connection.ts";
import { Member } from "./member.ts";

/** The load to send. */
export interface LoadPlan {
  connections: number;
  rooms: number;
  seconds: number;
  /** Messages a second, all connections together; 0 for as many as are acknowledged. */
  rate: number;
}

/** The course of a load, and its audit. Times are in milliseconds. */
export interface LoadRecord {
  /** From the first message to the last acknowledgement. */
  duration: number;
  acknowledgements: number[];
  deliveries: number[];
  /** How many deliveries the acknowledged messages should have led to. */
  expected: number;
  /** Messages that the server refused, and told so. */
  refused: number;
  /** Messages whose answer never came, for the connection ended. */
  unanswered: number;
  faults: Fault[];
}

const PASSWORD = "loadtest-password";
/** How many members a request adds. */
const GROUP = 200;
/** Milliseconds between two looks at what is due. */
const TICK = 5;
/** Milliseconds without any delivery after which the missing ones count as lost. */
const QUIET = 5_000;
const PAGE = 1_000;

/** Loads the server on that port of this machine, then compares what it told with what it stored. */
export async function load(port: number, plan: LoadPlan, progress: Progress): Promise<LoadRecord> {
  const members: Member[] = [];
  const sentAt = new Map<string, number>();
  try {
    progress.show("connecting");
    for (let index = 0; index < plan.connections; index++) {
      members.push(new Member(`load${index}`, await LoadConnection.open(port), sentAt));
    }
    await join(members, plan.rooms, progress);
    const began = systemClock.monotonic();
    await (plan.rate > 0 ? sendPaced : sendClosely)(members, plan, progress);
    progress.show("waiting for deliveries");
    const expected = await delivered(members);
    return {
      duration: Math.max(...members.map(({ lastAnswer }) => lastAnswer)) - began,
      acknowledgements: members.flatMap(({ acknowledgements }) => acknowledgements),
      deliveries: members.flatMap(({ deliveries }) => deliveries),
      expected,
      refused: sum(members.map(({ refused }) => refused)),
      unanswered: sum(members.map(({ unanswered }) => unanswered)),
      faults: await audit(members, progress),
    };
  } finally {
    await Promise.all(members.map(({ connection }) => connection.close()));
  }
}

async function join(members: Member[], rooms: number, progress: Progress): Promise<void> {
  let registered = 0;
  await Promise.all(members.map(async (member) => {
    const { user, connection } = member;
    await connection.ok(`reg ${user} ${PASSWORD}`);
    member.token = (await connection.ok(`login ${user} ${PASSWORD}`)).token;
    progress.show("registering", ++registered / members.length);
  }));
  for (let index = 0; index < rooms; index++) {
    const inRoom = members.filter((_, place) => place % rooms === index);
    const [{ token, connection }, ...others] = inRoom;
    const { project } = await connection.ok(`new_project ${token} Room ${index + 1}`);
    for (let from = 0; from < others.length; from += GROUP) {
      const names = others.slice(from, from + GROUP).map(({ user }) => user);
      await connection.ok(`add_group ${token} ${project.id} ${names.join(" ")}`);
    }
    await Promise.all(inRoom.map((member) => member.enter(project.id)));
  }
}

/** Sends what is due by the clock, however long the answers take. */
async function sendPaced(members: Member[], plan: LoadPlan, progress: Progress): Promise<void> {
  const began = systemClock.monotonic();
  const all = plan.seconds * plan.rate;
  const answers: Promise<void>[] = [];
  while (answers.length < all) {
    const elapsed = (systemClock.monotonic() - began) / 1_000;
    const due = Math.min(Math.ceil(elapsed * plan.rate), all);
    while (answers.length < due) answers.push(members[answers.length % members.length].send());
    progress.show("loading", answers.length / all);
    await delay(TICK);
  }
  await Promise.all(answers);
}

/** Lets each member send as soon as the message before is answered. */
async function sendClosely(members: Member[], plan: LoadPlan, progress: Progress): Promise<void> {
  const began = systemClock.monotonic();
  const part = () => (systemClock.monotonic() - began) / (plan.seconds * 1_000);
  await Promise.all(members.map(async (member) => {
    while (part() < 1 && member.unanswered === 0) {
      await member.send();
      progress.show("loading", Math.min(part(), 1));
    }
  }));
}

/** Waits until everything is delivered, or nothing more comes. @returns how many deliveries there should be */
async function delivered(members: Member[]): Promise<number> {
  const rooms = [...Map.groupBy(members, ({ room }) => room).values()];
  const expected = sum(rooms.map((inRoom) =>
    // Everybody but the sender.
    (inRoom.length - 1) * sum(inRoom.map(({ acknowledged }) => acknowledged.length))
  ));
  const count = () => sum(members.map(({ delivered }) => delivered.length));
  let [last, since] = [count(), systemClock.monotonic()];
  while (last < expected && systemClock.monotonic() - since < QUIET) {
    await delay(TICK);
    const now = count();
    if (now > last) [last, since] = [now, systemClock.monotonic()];
  }
  return expected;
}

async function audit(members: Member[], progress: Progress): Promise<Fault[]> {
  const rooms = Map.groupBy(members, ({ room }) => room);
  const faults: Fault[] = [];
  let read = 0;
  for (const [room, inRoom] of rooms) {
    progress.show("comparing with the store", read++ / rooms.size);
    // Who has lost the connection can't ask.
    const reader = inRoom.find(({ unanswered }) => unanswered === 0);
    if (reader === undefined) throw new Error("all connections of a room were lost");
    faults.push(...auditRoom(room, inRoom, await history(reader)));
  }
  return faults;
}

async function history({ connection, token, room }: Member): Promise<LoadMessage[]> {
  const pages: LoadMessage[][] = [];
  for (let before = "-", more = true; more;) {
    const page = await connection.ok(`history ${token} ${room} ${PAGE} ${before}`);
    const messages: Message[] = page.messages;
    pages.unshift(
      messages.filter((message) => !isActivity(message))
        .map(({ id, user, message }) => ({ id, user, text: message })),
    );
    more = page.more;
    before = String(messages[0]?.id);
  }
  return pages.flat();
}

function sum(numbers: number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}
