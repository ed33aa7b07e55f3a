import { type PeerConnection, ScriptedPeer } from "../scripted_peer.ts";

/** A server's answer to an action: the JSON of its `ok`, or whole lines. */
export type Answer = { json: string } | { lines: string };

const MESSAGE =
  '{"id":1,"project_id":1,"user":"eve","message":"hi","timestamp":"2026-11-23T08:15:30.123Z"}';
const PROJECT = '{"id":1,"name":"Website","owner":"eve","created_at":"2026-11-23T08:15:30.123Z"}';
const MEMBERS = '"members":[{"username":"eve","role":"owner","online":true}]';
const PROJECTS = `{"projects":[${PROJECT.slice(0, -1)},"role":"owner","members":1,"unread":0,` +
  `"mentions":0,"last_read_id":1,"last_message":${MESSAGE}}],"more":false}`;
const TASK = '{"id":1,"project_id":1,"title":"hi","notes":"hi","status":"todo","position":3,' +
  '"assignee":"eve","due":"2026-12-01","message_id":1,"created_by":"eve",' +
  '"created_at":"2026-11-23T08:15:30.123Z","updated_at":"2026-11-23T08:15:30.123Z"}';
const CHANGE = '{"id":1,"task_id":1,"change":"title","from":"hi","to":"ho","by":"eve",' +
  '"at":"2026-11-23T08:15:30.123Z"}';
const USER = '{"id":1,"username":"eve","role":"user"}';

/** The answers of an honest server. */
export const HONEST: Readonly<Record<string, string>> = {
  whoami: `{"user":${USER},"expires_at":"2099-01-01T00:00:00.000Z"}`,
  login: `{"token":"a.b.c","user":${USER},"expires_at":"2099-01-01T00:00:00.000Z"}`,
  reg: `{"user":${USER}}`,
  projects: PROJECTS,
  watch: PROJECTS,
  members: `{${MEMBERS}}`,
  history: `{"messages":[${MESSAGE}],"more":false,"last_change":0}`,
  enter: `{"project":${PROJECT},"role":"owner",${MEMBERS},"messages":[${MESSAGE}],"changed":[],` +
    `"more":false,"last_id":1,"last_change":0}`,
  search: `{"messages":[${MESSAGE}]}`,
  chat: `{"message":${MESSAGE}}`,
  edit: `{"message":${MESSAGE}}`,
  delete: `{"message":${MESSAGE}}`,
  tasks: `{"tasks":[${TASK}],"more":false,"last_change":1}`,
  my_tasks: `{"tasks":[${TASK}],"more":false,"last_change":1}`,
  task_history: `{"changes":[${CHANGE}],"more":false}`,
  new_task: `{"task":${TASK}}`,
  set_task: `{"task":${TASK}}`,
  read: '{"unread":0,"mentions":0}',
  ping: '{"time":"2026-11-23T08:15:30.123Z"}',
};

/** A server that a user was lured to: it answers as the test says, and otherwise like an honest one. */
export class HostileServer {
  readonly #peer = new ScriptedPeer();
  readonly #answers: (action: string) => Answer | undefined;

  constructor(answers: (action: string) => Answer | undefined) {
    this.#answers = answers;
    this.#accept();
  }

  get port(): number {
    return this.#peer.address.port;
  }

  close(): void {
    this.#peer.close();
  }

  async #accept(): Promise<void> {
    try {
      for (;;) this.#serve(await this.#peer.accept());
    } catch {
      // The connection is closed.
    }
  }

  async #serve(connection: PeerConnection): Promise<void> {
    connection.conn.setNoDelay();
    for (let line; (line = await connection.line()) !== null;) {
      const [, tag, action] = /^(@\S+ )?(\S+)/.exec(line)!;
      const answer = this.#answers(action) ?? { json: HONEST[action] ?? "{}" };
      const text = "json" in answer
        ? `${tag ?? ""}ok ${action} ${answer.json}\n`
        : answer.lines.replaceAll("TAG ", tag ?? "");
      await connection.send(text).catch(() => {});
    }
    connection.close();
  }
}
