import { expectOk, PASSWORD, type Population } from "./population.ts";
import type { SoakSocket } from "./soak_socket.ts";

/** The context of a visit. */
export interface Visit {
  socket: SoakSocket;
  population: Population;
  user: number;
  random: () => number;
  /** Waits, but not beyond the end of the soak. */
  wait: (milliseconds: number) => Promise<void>;
  /** Whether all visits should end. */
  ended: () => boolean;
}

/** An id after the newest message, so that the page is empty. */
const AFTER_ALL = 999_999_999;
const STAY_MS = [2_000, 12_000] as const;
const CHAT_EVERY_MS = 2_500;
/** Names without accounts: the server remembers failed logins up to a limit that is not reached here. */
const NAMES = 300;
const LONG_LINE = "x".repeat(70_000);

/** Enters a room, writes now and then, and leaves; the caller decides how to disconnect. */
async function stay({ socket, population, user, random, wait, ended }: Visit): Promise<string> {
  const token = await population.token(socket, user);
  const rooms = population.roomsOf(user);
  const room = rooms[Math.floor(random() * rooms.length)];
  expectOk(await socket.request(`enter ${token} ${room} ${AFTER_ALL}`));
  const until = performance.now() + between(STAY_MS, random);
  while (performance.now() < until && !ended()) {
    await wait(random() * CHAT_EVERY_MS * 2);
    // The token may have expired by then.
    const answer = await socket.request(`chat ${token} ${room} hello from ${user}`);
    if (answer === null || /^err chat (token_expired|invalid_token) /.test(answer)) return token;
    const { id } = JSON.parse(expectOk(answer).slice("ok chat ".length)).message;
    const place = random();
    const further = [
      [0.2, `edit ${token} ${id} changed`],
      [0.3, `delete ${token} ${id}`],
      [0.5, `read ${token} ${room} ${id}`],
      [0.7, `history ${token} ${room} 20`],
      [0.72, `search ${token} ${room} hello`],
    ] as const;
    const next = further.find(([end]) => place < end);
    if (next !== undefined) expectOkOrOver(await socket.request(next[1]));
  }
  return token;
}

function expectOkOrOver(answer: string | null): void {
  if (answer !== null && !/^err \w+ (token_expired|invalid_token) /.test(answer)) expectOk(answer);
}

function between([least, most]: readonly [number, number], random: () => number): number {
  return least + random() * (most - least);
}

async function expectError(socket: SoakSocket, line: string, code: string): Promise<void> {
  const answer = await socket.request(line);
  if (answer !== null && !new RegExp(`^(?:@\\S+ )?err \\S+ ${code} `).test(answer)) {
    throw new Error(`unexpected: ${answer}`);
  }
}

/** All kinds of visits with their percentages. */
export const VISITS: Record<string, { weight: number; run: (visit: Visit) => Promise<void> }> = {
  "leaves and ends": {
    weight: 30,
    async run(visit) {
      const token = await stay(visit);
      const room = visit.population.roomsOf(visit.user)[0];
      await visit.socket.request(`leave ${token} ${room}`);
      await visit.socket.end();
    },
  },
  "ends in the room": {
    weight: 15,
    async run(visit) {
      await stay(visit);
      await visit.socket.end();
    },
  },
  "is cut off in the room": {
    weight: 15,
    async run(visit) {
      await stay(visit);
      await visit.socket.reset();
    },
  },
  "is cut off in the middle of a line": {
    weight: 5,
    async run({ socket, random, wait }) {
      socket.write("chat abc 1 half of");
      await wait(500);
      await (random() < 0.5 ? socket.reset() : socket.end());
    },
  },
  "is cut off in the middle of a login": {
    weight: 5,
    async run({ socket, population, user, random, wait }) {
      socket.write(`login ${population.name(user)} ${PASSWORD}\n`.repeat(2));
      await wait(random() * 20);
      await (random() < 0.5 ? socket.reset() : socket.end());
    },
  },
  "is cut off with requests in hand": {
    weight: 5,
    async run({ socket, population, user, random }) {
      const token = await population.token(socket, user);
      const [room] = population.roomsOf(user);
      socket.write(`chat ${token} ${room} one of many\n`.repeat(20));
      socket.write(`enter ${token} ${room} ${AFTER_ALL}\n`);
      await (random() < 0.5 ? socket.reset() : socket.end());
    },
  },
  "reads nothing": {
    weight: 3,
    async run({ socket, population, user, wait }) {
      const token = await population.token(socket, user);
      const [room] = population.roomsOf(user);
      expectOk(await socket.request(`enter ${token} ${room} ${AFTER_ALL}`));
      socket.pause();
      // Unread pages, and the events behind them.
      socket.write(`history ${token} ${room} 1000\n`.repeat(50));
      await wait(8_000);
      await socket.reset();
    },
  },
  "says nothing": {
    weight: 4,
    async run({ socket, wait }) {
      await Promise.race([socket.closed, wait(30_000)]);
      await socket.end();
    },
  },
  "has a wrong password": {
    weight: 5,
    async run({ socket, population, user, random }) {
      const name = random() < 0.5 ? population.name(user) : `nobody${Math.floor(random() * NAMES)}`;
      await expectError(socket, `login ${name} wrong-password`, "(bad_credentials|rate_limited)");
      await socket.end();
    },
  },
  "is refused": {
    weight: 5,
    async run({ socket }) {
      await expectError(socket, "nonsense 1 2 3", "unknown_action");
      await expectError(socket, "chat nonsense 1 hello", "invalid_token");
      await expectError(socket, "@not/a/tag ping", "bad_request");
      await expectError(socket, LONG_LINE, "line_too_long");
      await expectError(socket, "ping \u0001", "bad_encoding");
      await socket.end();
    },
  },
  "watches": {
    weight: 5,
    async run({ socket, population, user, random, wait }) {
      expectOk(await socket.request(`watch ${await population.token(socket, user)}`));
      await wait(between(STAY_MS, random));
      await socket.end();
    },
  },
  "logs in and out": {
    weight: 3,
    async run({ socket, population, user }) {
      const answer = await socket.request(`login ${population.name(user)} ${PASSWORD}`);
      if (answer?.includes(" rate_limited ")) return await socket.end();
      const { token } = JSON.parse(expectOk(answer).slice("ok login ".length));
      expectOk(await socket.request(`logout ${token}`));
      await socket.end();
    },
  },
};
