import { systemClock } from "../../clock.ts";
import { isActivity, type Message } from "../../model/message.ts";
import type { LoadMessage, MemberRecord } from "./load_audit.ts";
import type { LoadConnection } from "./load_connection.ts";

/** An account of the load on its connection, in its room. */
export class Member implements MemberRecord {
  readonly user: string;
  readonly connection: LoadConnection;
  readonly acknowledged: LoadMessage[] = [];
  readonly delivered: LoadMessage[] = [];
  /** Milliseconds from each sending to its acknowledgement. */
  readonly acknowledgements: number[] = [];
  /** Milliseconds from the sending of each delivered message to its arrival here. */
  readonly deliveries: number[] = [];
  refused = 0;
  unanswered = 0;
  /** The time of the last answer, monotonic in ms. */
  lastAnswer = -Infinity;
  token = "";
  room = 0;
  #sent = 0;

  readonly #sentAt: Map<string, number>;

  /** @param sentAt the time, monotonic in ms, at which each text was sent: one map for all members */
  constructor(user: string, connection: LoadConnection, sentAt: Map<string, number>) {
    this.user = user;
    this.connection = connection;
    this.#sentAt = sentAt;
  }

  async enter(room: number): Promise<void> {
    this.room = room;
    this.connection.onEvent = (type, json, at) => {
      if (type === "chat") this.#take(JSON.parse(json), at);
    };
    await this.connection.ok(`enter ${this.token} ${room}`);
  }

  /** Sends one message, with a text that nobody else sends. */
  async send(): Promise<void> {
    const text = `message ${++this.#sent} of ${this.user}: chào cả nhà`;
    const sent = systemClock.monotonic();
    this.#sentAt.set(text, sent);
    const line = `chat ${this.token} ${this.room} ${text}`;
    const answer = await this.connection.request(line).catch(() => null);
    if (answer === null) {
      this.unanswered++;
      return;
    }
    this.lastAnswer = answer.at;
    if (!answer.ok) {
      this.refused++;
      return;
    }
    // With the text that was sent, not the one in the answer: the store is compared with this.
    const { id } = JSON.parse(answer.rest).message as Message;
    this.acknowledged.push({ id, user: this.user, text });
    this.acknowledgements.push(answer.at - sent);
  }

  #take(message: Message, at: number): void {
    if (isActivity(message)) return;
    this.delivered.push({ id: message.id, user: message.user, text: message.message });
    const sent = this.#sentAt.get(message.message);
    if (sent !== undefined) this.deliveries.push(at - sent);
  }
}
