/** Sends the responses of one connection in the order of its requests (docs/PROTOCOL.md, "Lines"). */
export class ResponseOrder {
  readonly #send: (line: Uint8Array) => void;
  #waiting: { line: Uint8Array | null }[] = [];
  #room: { below: number; resolve: () => void }[] = [];

  constructor(send: (line: Uint8Array) => void) {
    this.#send = send;
  }

  /** Number of requests that wait for their response. */
  get length(): number {
    return this.#waiting.length;
  }

  /** Reserves the next place. The returned function fills it with the response. */
  next(): (line: Uint8Array) => void {
    const place: { line: Uint8Array | null } = { line: null };
    this.#waiting.push(place);
    return (line) => {
      place.line = line;
      while (this.#waiting.length > 0 && this.#waiting[0].line !== null) {
        this.#send(this.#waiting.shift()!.line!);
      }
      if (this.#room.length === 0) return;
      this.#room = this.#room.filter(({ below, resolve }) => {
        if (this.#waiting.length >= below) return true;
        resolve();
        return false;
      });
    };
  }

  /** Settles when fewer than `count` requests wait for their response. Returns undefined when that is already so. */
  fewerThan(count: number): Promise<void> | undefined {
    if (this.#waiting.length < count) return undefined;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#room.push({ below: count, resolve });
    return promise;
  }
}
