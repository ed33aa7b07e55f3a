import type { OptionGroup } from "../../lib/cli/option_help.ts";
import { OptionError, type OptionTable, parseOptions } from "../../lib/cli/options.ts";
import { SERVER_OPTIONS } from "../../lib/server/options/server_options.ts";
import type { Sharing } from "../sharing/sharing.ts";
import { type HttpsFiles, httpsFiles, SHARING_OPTIONS, sharingOf } from "./sharing_options.ts";
import { parseServerAddress, type ServerAddress, withTls } from "../shared/server_address.ts";

const PAGES = {
  server: {
    env: "CHUNG_SERVER",
    value: "HOST:PORT",
    default: "",
    help: {
      en:
        "address of the server, IPv6 in brackets; by default the last used one, or else 127.0.0.1:7070",
      vi:
        "địa chỉ máy chủ, IPv6 trong ngoặc vuông; nếu không có thì dùng máy chủ lần trước, rồi đến 127.0.0.1:7070",
    },
  },
  tls: {
    env: "CHUNG_TLS",
    default: false,
    help: {
      en: "connect to the server by TLS, as with --server tls://HOST:PORT",
      vi: "kết nối máy chủ bằng TLS, như với --server tls://HOST:PORT",
    },
  },
  ca: {
    env: "CHUNG_CA",
    value: "FILE",
    default: "",
    help: {
      en: "additional authorities to trust for the server's certificate (PEM)",
      vi: "chứng chỉ gốc cần tin thêm (PEM), cho chứng chỉ của máy chủ",
    },
  },
  host: {
    env: "CHUNG_CLIENT_HOST",
    value: "ADDRESS",
    default: "127.0.0.1",
    host: true,
    help: { en: "address to serve the pages on", vi: "địa chỉ phục vụ các trang" },
  },
  port: {
    env: "CHUNG_CLIENT_PORT",
    value: "PORT",
    default: 7080,
    max: 65_535,
    help: {
      en: "port to serve the pages on; 0 selects a free one",
      vi: "cổng phục vụ các trang; 0 là cổng trống",
    },
  },
  "no-open": {
    env: "CHUNG_NO_OPEN",
    default: false,
    help: { en: "don't open the browser", vi: "không mở trình duyệt" },
  },
} as const satisfies OptionTable;

/** Options of a server that is started along with the client. */
export const WITH_SERVER_OPTIONS = {
  "server-port": {
    env: "CHUNG_PORT",
    value: "PORT",
    default: 7070,
    max: 65_535,
    help: {
      en: "port of the server; 0 selects a free one",
      vi: "cổng của máy chủ; 0 là cổng trống",
    },
  },
  data: SERVER_OPTIONS.data,
  log: SERVER_OPTIONS.log,
} as const satisfies OptionTable;

const WITH_SERVER = {
  "with-server": {
    env: "CHUNG_WITH_SERVER",
    default: false,
    help: {
      en: "start the chung-server in the same folder along with this program",
      vi: "chạy luôn chung-server nằm cạnh chương trình này, và tắt cùng lúc",
    },
  },
  ...WITH_SERVER_OPTIONS,
} as const satisfies OptionTable;

/** The options of the web client (docs/OPERATING.md, "Options"). */
export const CLIENT_OPTIONS = { ...PAGES, ...SHARING_OPTIONS, ...WITH_SERVER };

/** The same options, grouped for `--help`. */
export const CLIENT_OPTION_GROUPS: OptionGroup[] = [
  {
    title: {
      en: "Options (environment variable, default)",
      vi: "Tùy chọn (biến môi trường, mặc định)",
    },
    options: PAGES,
  },
  {
    title: { en: "One client for a whole team", vi: "Một trang web cho cả nhóm" },
    options: SHARING_OPTIONS,
  },
  {
    title: { en: "Server and pages on this machine", vi: "Cả máy chủ lẫn trang web trên máy này" },
    options: WITH_SERVER,
  },
];

/** Settings of the server started along with the client; its other options come from the environment. */
export interface WithServer {
  /** 0 selects a free port. */
  port: number;
  data: string;
  log: string;
  /** Whether `deno task start` starts it, and no option that anybody typed. */
  byStartTask?: true;
}

export interface ClientOptions {
  /** Null when not given. */
  server: ServerAddress | null;
  /** Whether to use TLS for any server, including a remembered one. */
  tls: boolean;
  /** A PEM file with additional trusted authorities; null for none. */
  ca: string | null;
  withServer: WithServer | null;
  host: string;
  port: number;
  /** Null for pages by HTTP. */
  https: HttpsFiles | null;
  /** Null for pages of this machine alone. */
  sharing: Sharing | null;
  open: boolean;
}

/** @throws {OptionError} if an option is unknown or its value is invalid */
export function parseClientOptions(
  args: string[],
  environment: (name: string) => string | undefined,
): ClientOptions | "help" | "version" {
  const options = parseOptions(CLIENT_OPTIONS, args, environment);
  if (typeof options === "string") return options;
  const { server, host, port, data, log, tls, ca } = options;
  if (server !== "" && options["with-server"]) {
    throw new OptionError("--with-server starts its own server: omit --server (CHUNG_SERVER)");
  }
  if (tls && options["with-server"]) {
    throw new OptionError(
      "--with-server uses its own server without TLS: omit --tls (CHUNG_TLS)",
    );
  }
  if (options["with-server"] && (environment("CHUNG_TLS_CERT") || environment("CHUNG_TLS_KEY"))) {
    throw new OptionError(
      "--with-server starts a server without TLS, but CHUNG_TLS_CERT or CHUNG_TLS_KEY is set: " +
        "unset both, or start chung-server by itself and chung with --server tls://HOST:PORT",
    );
  }
  const address = parseServerAddress(server);
  if (server !== "" && address === null) {
    const given = JSON.stringify(server);
    throw new OptionError(
      `--server must be HOST:PORT or tls://HOST:PORT, for example 127.0.0.1:7070, not ${given}`,
    );
  }
  const sharing = sharingOf(options);
  const withServer = options["with-server"] ? { port: options["server-port"], data, log } : null;
  return {
    server: tls && address !== null ? withTls(address) : address,
    tls,
    ca: ca === "" ? null : ca,
    withServer,
    host,
    port,
    https: httpsFiles(options),
    sharing,
    // Whoever runs the pages for others sits elsewhere.
    open: !options["no-open"] && sharing === null,
  };
}
