import { dirname, join } from "node:path";
import type { WithServer } from "./client_options.ts";
import { addressText, parseServerAddress, type ServerAddress } from "../shared/server_address.ts";
import { ChildProgram } from "./child_program.ts";
import { Upstream } from "../upstream/upstream.ts";

const READY = /^chung-server listening on (\S+)$/;
/** What Deno allows a server that is run from its source. */
const RIGHTS = ["net", "read", "write", "env", "sys"];
/** How long in milliseconds another server may take to show that it is one. */
const ANSWER = 1_000;

/** The server that is started along with the client. */
export class ServerBeside {
  readonly #program: ChildProgram;
  readonly #options: WithServer;

  /** @throws {Error} one line: there is no such program */
  constructor(options: WithServer) {
    this.#options = options;
    const { program, args } = command();
    const { port, data, log } = options;
    args.push("--end-with-input", "--port", `${port}`, "--data", data, "--log", log);
    try {
      this.#program = new ChildProgram(program, args);
    } catch (cause) {
      const problem = cause instanceof Deno.errors.NotFound
        ? `there is no ${program}: put chung-server beside chung, or leave --with-server out`
        : `${program} can't be started: make it executable (chmod +x), or leave --with-server out`;
      throw new Error(problem, { cause });
    }
  }

  /** Its exit code. */
  get ended(): Promise<number> {
    return this.#program.ended;
  }

  /** Where to reach it, once it is ready; null when it ended before. Its output goes to `print`. */
  async ready(print: (line: string) => void): Promise<ServerAddress | null> {
    const address = parseServerAddress(await this.#program.line(READY, print) ?? "");
    if (address === null) return null;
    // It may listen on every address of this machine.
    const local = { "0.0.0.0": "127.0.0.1", "::": "::1" }[address.hostname];
    return { ...address, hostname: local ?? address.hostname };
  }

  /** One line for whoever finds that it did not start since another Chung server has the port; else null. */
  async rival(): Promise<string | null> {
    const { port } = this.#options;
    if (port === 0) return null;
    const server = { hostname: "127.0.0.1", port };
    const upstream = new Upstream({ server });
    const late = setTimeout(() => upstream.close(), ANSWER);
    try {
      await upstream.request("ping");
      const address = addressText(server);
      return `a Chung server runs at ${address} already: use it without --with-server, ` +
        "or choose another port with --server-port";
    } catch {
      return null;
    } finally {
      clearTimeout(late);
      upstream.close();
    }
  }

  /** Asks it to end, and kills it when it doesn't. */
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
    const rights = RIGHTS.map((right) => `--allow-${right}`);
    return { program: Deno.execPath(), args: ["run", "--no-prompt", ...rights, module] };
  }
  // Both may be reached by a link of another folder.
  const folder = dirname(Deno.realPathSync(Deno.execPath()));
  const name = Deno.build.os === "windows" ? "chung-server.exe" : "chung-server";
  return { program: join(folder, name), args: [] };
}
