/** An executable and its contents. */
export interface ExecutableProgram {
  /** The name of the executable. */
  name: string;
  /** Source modules by the path of their bundle in the executable, the main module first. */
  entries: Record<string, string>;
  /** Folders embedded unchanged, under their own paths. */
  files: string[];
  /** The permissions compiled into it (docs/RELEASING.md, "Permissions"). */
  permissions: string[];
}

/** The executables. Paths are relative to the project's folder. */
export const PROGRAMS: Record<"server" | "client", ExecutableProgram> = {
  server: {
    name: "chung-server",
    // The server loads the modules of its threads from its own folder.
    entries: {
      "server": "server.ts",
      "writer_worker": "lib/store/sqlite/writer_thread/writer_worker.ts",
      "search_worker": "lib/store/sqlite/search/search_worker.ts",
      "password_worker": "lib/auth/password_worker.ts",
      "backup_worker": "lib/backup/schedule/backup_worker.ts",
    },
    files: [],
    // The folders are chosen at startup, so no paths can be listed here.
    permissions: [
      "--allow-net",
      "--allow-read",
      "--allow-write",
      // systemd sets NOTIFY_SOCKET, WATCHDOG_USEC and JOURNAL_STREAM.
      // The locale, the account and the free space are for chung-server doctor.
      "--allow-env=CHUNG_*,NOTIFY_SOCKET,WATCHDOG_USEC,JOURNAL_STREAM,LANG,LC_ALL,LC_CTYPE",
      // For the datagrams to systemd.
      "--unstable-net",
      // To lower the priority of the threads that check passwords.
      "--allow-sys=setPriority,getPriority,uid,statfs",
    ],
  },
  client: {
    name: "chung",
    entries: {
      "client/main": "client/main.ts",
      "_fresh/server": "_fresh/server.js",
    },
    // Fresh serves its scripts from the build's folder, and all other files from their own.
    files: ["_fresh/static", "client/static"],
    permissions: [
      "--allow-net",
      "--allow-read",
      "--allow-write",
      // Without a list: Deno resolves the programs of a list at startup, through PATH only, where
      // chung-server need not be. The client revokes this permission as soon as server and browser run,
      // before its first request.
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
