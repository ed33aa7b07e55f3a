import assert from "node:assert/strict";
import { createAccountRequests } from "../../../client/upstream/account_requests.ts";
import { UpstreamSession } from "../../../client/session/upstream_session.ts";
import type { ListEvent, RoomEvent } from "../../../client/shared/live_events.ts";
import type { Message } from "../../../lib/model/message.ts";
import type { ProjectSummary } from "../../../lib/model/project.ts";
import { startTestServer, type TestServer } from "../../server_fixture.ts";
import { CuttingProxy } from "../live/cutting_proxy.ts";

export const PASSWORD = "matkhau-123";

export const addressOf = ({ port }: { port: number }) => ({ hostname: "127.0.0.1", port });

export async function join(server: TestServer, username: string): Promise<string> {
  const gate = createAccountRequests(addressOf(server));
  await gate.register(username, PASSWORD, "form");
  return (await gate.login(username, PASSWORD)).token;
}

/** Reads a stream and waits for expected events. */
export class Reader<Event extends RoomEvent | ListEvent> {
  readonly events: Event[] = [];

  constructor(readonly subscriber: AsyncIterator<Event> & { close(): void }) {}

  async next(): Promise<Event> {
    const { done, value } = await this.subscriber.next();
    assert(!done, "the stream goes on");
    this.events.push(value);
    return value;
  }

  async until<Type extends Event["type"]>(type: Type): Promise<Event & { type: Type }> {
    for (;;) {
      const event = await this.next();
      if (event.type === type) return event as Event & { type: Type };
    }
  }

  /** The texts of messages up to and including `last`. */
  async messages(last: string): Promise<string[]> {
    while (this.texts.at(-1) !== last) await this.next();
    return this.texts;
  }

  get texts(): string[] {
    const events: (RoomEvent | ListEvent)[] = this.events;
    return events.flatMap(({ type, data }) =>
      type === "chat" && data.notice === undefined ? [data.message] : []
    );
  }
}

/** Waits for a matching list of projects. */
export async function listed(
  reader: Reader<ListEvent>,
  fits: (projects: ProjectSummary[]) => boolean,
): Promise<ProjectSummary[]> {
  for (;;) {
    const { data } = await reader.until("projects");
    if (fits(data.projects)) return data.projects;
  }
}

/** Reads all messages of a room, page by page. */
export async function wholeLog(session: UpstreamSession, projectId: number): Promise<Message[]> {
  const log: Message[] = [];
  for (let more = true; more;) {
    const page = await session.history(projectId, { after: log.at(-1)?.id ?? 0 });
    log.push(...page.messages);
    more = page.more;
  }
  return log;
}

export interface Setup {
  server: TestServer;
  proxy: CuttingProxy;
  /** Logs in through the proxy; closed at the end. */
  session(username: string): Promise<UpstreamSession>;
}

/** Runs with a real server and sessions that reach it through a proxy. */
export async function withSessions(run: (setup: Setup) => Promise<void>): Promise<void> {
  const server = await startTestServer();
  const proxy = new CuttingProxy(addressOf(server));
  const sessions: UpstreamSession[] = [];
  const session = async (username: string) => {
    const token = await join(server, username);
    const session = await UpstreamSession.open({
      server: proxy.address,
      token,
      random: () => 0,
    });
    sessions.push(session);
    return session;
  };
  try {
    await run({ server, proxy, session });
  } finally {
    for (const session of sessions) session.close();
    await proxy.close();
    await server.close();
  }
}
