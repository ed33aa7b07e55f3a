import { AuditLog } from "../../../lib/audit/audit_log.ts";
import type { Finding } from "../../../lib/audit/chain/finding.ts";
import { readChain } from "../../../lib/audit/chain/read_chain.ts";
import {
  type FileReport,
  type StoredHead,
  verifyFile,
} from "../../../lib/audit/chain/verify_file.ts";
import { logPath, openLog } from "../../../lib/audit/reading/log_files.ts";
import { DAY, MORNING } from "../reading/log_folder.ts";

/** A log in a folder, whose entries have numbers and are a second apart. */
export class ChainedLog {
  readonly path: string;
  readonly reports: string[] = [];
  #log: AuditLog;
  #recorded = 0;

  constructor(readonly folder: string) {
    this.path = logPath(folder, DAY, "chat");
    this.#log = this.#open();
  }

  /** Records so many entries and writes them as one batch. */
  async batch(entries: number): Promise<void> {
    for (let count = 0; count < entries; count++) this.record();
    await this.#log.flush();
  }

  record(): void {
    const number = ++this.#recorded;
    this.#log.record({
      ...{ file: "chat", name: "trò chuyện", type: "chat", user: "alice" },
      ...{ request: `chat *** 1 số ${number}`, response: "ok chat {}", at: MORNING + number },
    });
  }

  flush(): Promise<void> {
    return this.#log.flush();
  }

  close(): Promise<void> {
    return this.#log.close();
  }

  /** Goes on without having been closed, as after a kill. */
  killAndStart(): void {
    this.#log = this.#open();
  }

  /** Takes the heads, as the server does before it writes them into the database. */
  async takeHeads(): Promise<StoredHead> {
    const [head] = await this.#log.takeHeads(MORNING);
    return head;
  }

  read(): Promise<string> {
    return Deno.readTextFile(this.path);
  }

  async verify(stored: StoredHead | null = null): Promise<FileReport> {
    const source = (await openLog(this.path))!;
    try {
      const chain = (await readChain(this.path))!;
      return await verifyFile({ source, chain, stored, file: "chat", day: DAY });
    } finally {
      source.close();
    }
  }

  #open(): AuditLog {
    return new AuditLog({
      directory: this.folder,
      report: (line) => this.reports.push(line),
      flushEvery: 60_000,
      offsetMinutes: () => 420,
    });
  }
}

/** The kinds and entries of findings. */
export function brief(findings: readonly Finding[]): [string, number | undefined][] {
  return findings.map(({ kind, entry }) => [kind, entry]);
}

/** Splits a log into its entries. */
export function entriesIn(text: string): string[] {
  const rule = `${"-".repeat(55)}\n`;
  return text.split(`${rule}${rule}`).map((part, index, { length }) =>
    (index === 0 ? "" : rule) + part + (index === length - 1 ? "" : rule)
  );
}
