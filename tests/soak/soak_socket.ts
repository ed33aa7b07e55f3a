import { connect, type Socket } from "node:net";

/** Milliseconds that a response may take before the soak fails. */
const PATIENCE = 30_000;

/** A client's socket, which can end in every way that a socket can. */
export class SoakSocket {
  readonly closed: Promise<void>;
  readonly #socket: Socket;
  #rest = "";
  #answers: string[] = [];
  #wake = () => {};
  #isClosed = false;

  private constructor(socket: Socket) {
    this.#socket = socket;
    this.closed = new Promise((resolve) =>
      socket.once("close", () => {
        this.#isClosed = true;
        this.#wake();
        resolve();
      })
    );
    socket.setEncoding("utf8");
    socket.on("data", (text: string) => this.#take(text));
  }

  /** Resolves to null when the connection is refused. */
  static open(port: number): Promise<SoakSocket | null> {
    return new Promise((resolve) => {
      const socket = connect({ port, host: "127.0.0.1" });
      socket.on("error", () => resolve(null));
      socket.once("connect", () => resolve(new SoakSocket(socket)));
    });
  }

  /** Events are read and discarded. */
  #take(text: string): void {
    const lines = (this.#rest + text).split("\n");
    this.#rest = lines.pop()!;
    for (const line of lines) if (!line.startsWith("event ")) this.#answers.push(line);
    this.#wake();
  }

  write(text: string): void {
    if (!this.#isClosed) this.#socket.write(text);
  }

  /**
   * Returns the next response, or null when the connection is closed before it.
   * @throws {Error} when none arrives in time
   */
  async answer(): Promise<string | null> {
    while (this.#answers.length === 0) {
      if (this.#isClosed) return null;
      const more = new Promise<"more">((resolve) => this.#wake = () => resolve("more"));
      let timer: ReturnType<typeof setTimeout> | undefined;
      const late = new Promise<"late">((resolve) =>
        timer = setTimeout(() => resolve("late"), PATIENCE)
      );
      const came = await Promise.race([more, late]);
      clearTimeout(timer);
      if (came === "late") throw new Error("a request was not answered");
    }
    return this.#answers.shift()!;
  }

  request(line: string): Promise<string | null> {
    this.write(`${line}\n`);
    return this.answer();
  }

  /** Stops reading. */
  pause(): void {
    this.#socket.pause();
  }

  /** Closes both halves, one after the other, like most clients. */
  async end(): Promise<void> {
    this.#socket.resume();
    this.#socket.end();
    await this.closed;
  }

  /** Resets the connection, as when a program is killed or the network fails. */
  async reset(): Promise<void> {
    if (!this.#isClosed) this.#socket.resetAndDestroy();
    await this.closed;
  }
}
