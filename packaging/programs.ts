/** One executable, and what goes into it. */
export interface ExecutableProgram {
  /** The name of the executable. */
  name: string;
  /** Modules by where their bundles stand in the executable, the one that is started first. */
  entries: Record<string, string>;
  /** Folders that are embedded as they are, where they are read. */
  files: string[];
  /** The permissions compiled into it (docs/RELEASING.md, "Permissions"). */
  permissions: string[];
}

/** Paths are within the project. */
export const PROGRAMS: Record<"server" | "client", ExecutableProgram> = {
  server: {
    name: "chung-server",
    // Its threads look for their programs beside it.
    entries: {
      "server": "server.ts",
      "writer_worker": "lib/store/sqlite/writer_thread/writer_worker.ts",
      "search_worker": "lib/store/sqlite/search/search_worker.ts",
      "password_worker": "lib/auth/password_worker.ts",
    },
    files: [],
    // The folders are named when it is started, so that no list can be given here.
    permissions: [
      "--allow-net",
      "--allow-read",
      "--allow-write",
      "--allow-env=CHUNG_*",
      // For the threads that check passwords.
      "--allow-sys=setPriority,getPriority",
    ],
  },
  client: {
    name: "chung",
    entries: {
      "client/main": "client/main.ts",
      "_fresh/server": "_fresh/server.js",
    },
    // Fresh serves what it has made from its build, and the other files from where they are.
    files: ["_fresh/static", "client/static"],
    permissions: [
      "--allow-net",
      "--allow-read",
      "--allow-write",
      // Deno looks for the programs of a list when it starts, in PATH alone, where chung-server need not
      // be. The client gives this up as soon as server and browser run, before its first request.
      "--allow-run",
      "--allow-env=CHUNG_*,XDG_CONFIG_HOME,HOME,APPDATA",
    ],
  },
};

/** The targets that Deno publishes a runtime for. */
export const TARGETS = [
  "x86_64-unknown-linux-gnu",
  "aarch64-unknown-linux-gnu",
  "x86_64-apple-darwin",
  "aarch64-apple-darwin",
  "x86_64-pc-windows-msvc",
  "aarch64-pc-windows-msvc",
] as const;
