import { dirname, join } from "node:path";
import type { WithServer } from "./client_options.ts";
import { addressText, parseServerAddress, type ServerAddress } from "../shared/server_address.ts";
import { ChildProgram } from "./child_program.ts";
import { pingServer } from "../upstream/ping_server.ts";

const READY = /^chung-server listening on (\S+)$/;
/** The permissions of a server that runs from source. */
const PERMISSIONS = ["net", "read", "write", "env", "sys"];
/** Milliseconds that another server may take to answer a ping. */
const PING_TIMEOUT_MS = 1_000;

/** A server that is started along with the client. */
export class ChildServer {
  readonly #program: ChildProgram;
  readonly #options: WithServer;

  /** @throws {Error} with a one-line message, if the program can't be started */
  constructor(options: WithServer) {
    this.#options = options;
    const { program, args } = command();
    const { port, data, log } = options;
    args.push("--end-with-input", "--port", `${port}`, "--data", data, "--log", log);
    try {
      this.#program = new ChildProgram(program, args);
    } catch (cause) {
      const problem = cause instanceof Deno.errors.NotFound
        ? `there is no ${program}: put chung-server in the same folder as chung, or omit --with-server`
        : `${program} can't be started: make it executable (chmod +x), or omit --with-server`;
      throw new Error(problem, { cause });
    }
  }

  /** The exit code. */
  get ended(): Promise<number> {
    return this.#program.ended;
  }

  /** Resolves to the server's address once it listens, or null when it ends before. Passes its output to `print`. */
  async ready(print: (line: string) => void): Promise<ServerAddress | null> {
    const address = parseServerAddress(await this.#program.firstMatch(READY, print) ?? "");
    if (address === null) return null;
    // It may listen on all addresses; connect by loopback.
    const local = { "0.0.0.0": "127.0.0.1", "::": "::1" }[address.hostname];
    return { ...address, hostname: local ?? address.hostname };
  }

  /** Explains a failed start if another Chung server already uses the port; otherwise null. */
  async portConflict(): Promise<string | null> {
    const { port } = this.#options;
    if (port === 0) return null;
    const server = { hostname: "127.0.0.1", port };
    if (await pingServer(server, PING_TIMEOUT_MS) !== null) return null;
    return `a Chung server is already running at ${addressText(server)}: use it without ` +
      "--with-server, or choose another port with --server-port";
  }

  /** Asks the server to end, and kills it after a timeout. */
  stop(): void {
    this.#program.stop();
  }

  kill(): void {
    this.#program.kill();
  }
}

function command(): { program: string; args: string[] } {
  if (!Deno.build.standalone) {
    const module = new URL("../../server.ts", import.meta.url).href;
    const permissions = PERMISSIONS.map((permission) => `--allow-${permission}`);
    return { program: Deno.execPath(), args: ["run", "--no-prompt", ...permissions, module] };
  }
  // Resolve links: both programs may be linked from another folder.
  const folder = dirname(Deno.realPathSync(Deno.execPath()));
  const name = Deno.build.os === "windows" ? "chung-server.exe" : "chung-server";
  return { program: join(folder, name), args: [] };
}
