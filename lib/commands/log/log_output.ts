import { writeAllSync } from "../../files/write_all.ts";
import type { LogEntry } from "../../model/log/log_entry.ts";

const encoder = new TextEncoder();
/** UTF-16 units that are gathered before they are written. */
const BUFFERED = 64 * 1024;

/** Standard output for many results. */
export class LogOutput {
  readonly #json: boolean;
  #text = "";

  constructor(json: boolean) {
    this.#json = json;
  }

  /** Writes an entry as it stands in the file, or as JSON. */
  entry(entry: LogEntry): void {
    if (this.#json) this.line(JSON.stringify(entry));
    else this.#add(entry.text.endsWith("\n") ? entry.text : `${entry.text}\n`);
  }

  line(line: string): void {
    this.#add(`${line}\n`);
  }

  flush(): void {
    const bytes = encoder.encode(this.#text);
    this.#text = "";
    writeAllSync(Deno.stdout, bytes);
  }

  #add(text: string): void {
    this.#text += text;
    if (this.#text.length >= BUFFERED) this.flush();
  }
}
