/**
 * The socket on which systemd hears from its service (sd_notify(3)).
 *
 * Deno sends datagrams by a path only with `--unstable-net`, which is compiled into the executable.
 */
export class SystemdSocket {
  readonly #socket: Deno.DatagramConn;
  readonly #path: string;
  #failed = false;
  readonly #report: (line: string) => void;

  /**
   * @param path the value of `NOTIFY_SOCKET`
   * @throws {Error} if nothing can be sent there
   */
  constructor(path: string, report: (line: string) => void) {
    if (!path.startsWith("/")) throw new Error(`${path} is no path`);
    if (typeof Deno.listenDatagram !== "function") {
      throw new Error("it needs Deno's --unstable-net");
    }
    const folder = Deno.makeTempDirSync({ prefix: "chung-notify-" });
    try {
      this.#socket = Deno.listenDatagram({ transport: "unixpacket", path: `${folder}/socket` });
    } finally {
      // Nothing is sent to it: its name is needed only to make it.
      Deno.removeSync(folder, { recursive: true });
    }
    this.#path = path;
    this.#report = report;
  }

  /** Sends an assignment, such as `READY=1`. A failure is told to the operator once. */
  async send(assignment: string): Promise<void> {
    try {
      const to = { transport: "unixpacket", path: this.#path } as const;
      await this.#socket.send(new TextEncoder().encode(assignment), to);
    } catch (error) {
      if (!this.#failed) this.#report(`systemd can't be told ${assignment}: ${error}`);
      this.#failed = true;
    }
  }

  close(): void {
    this.#socket.close();
  }
}
