import { fileURLToPath } from "node:url";

/** Whether this account may mount. */
export const MAY_MOUNT = Deno.build.os === "linux" && Deno.uid() === 0;

/** A small file system on a folder, which can be filled up. */
export class SmallDisk {
  readonly folder: string;
  readonly #ballast: string;

  constructor(folder: string) {
    this.folder = folder;
    this.#ballast = `${folder}/ballast`;
  }

  /** Leaves about this many bytes free. */
  fill(free = 0): void {
    using file = Deno.openSync(this.#ballast, { create: true, append: true });
    const piece = new Uint8Array(4_096);
    try {
      for (let left = this.#free(); left > free; left -= piece.length) file.writeSync(piece);
      if (free === 0) { while (file.writeSync(piece) > 0); }
    } catch {
      // It is full.
    }
  }

  /** Removes what filled it. */
  makeRoom(): void {
    Deno.removeSync(this.#ballast);
  }

  #free(): number {
    const { stdout } = new Deno.Command("df", {
      args: ["--output=avail", "-B1", this.folder],
    }).outputSync();
    return Number(new TextDecoder().decode(stdout).split("\n")[1]);
  }
}

/** Runs a test with a small in-memory file system. */
export async function withSmallDisk(
  megabytes: number,
  test: (disk: SmallDisk) => Promise<void>,
): Promise<void> {
  const folder = Deno.makeTempDirSync({ prefix: "chung-disk-" });
  run("mount", "-t", "tmpfs", "-o", `size=${megabytes}m`, "chung-test", folder);
  try {
    await test(new SmallDisk(folder));
  } finally {
    run("umount", folder);
    Deno.removeSync(folder);
  }
}

function run(command: string, ...args: string[]): void {
  const { success, stderr } = new Deno.Command(command, { args }).outputSync();
  if (!success) throw new Error(`${command} ${args}: ${new TextDecoder().decode(stderr)}`);
}

/** Runs a test file in a namespace that allows mounting, for accounts that may not. */
export function testInNamespace(file: string): void {
  const unshare = ["--user", "--map-root-user", "--mount"];
  const can = Deno.build.os === "linux" && succeeds("unshare", [...unshare, "true"]);
  Deno.test({
    name: can
      ? "the tests of small disks, in a name space of their own"
      : "the tests of small disks: neither mount nor unshare --user is allowed here",
    ignore: !can,
    async fn() {
      const child = new Deno.Command("unshare", {
        args: [...unshare, Deno.execPath(), "test", "-A", "--no-check", fileURLToPath(file)],
      });
      const { success, stdout, stderr } = await child.output();
      const text = new TextDecoder();
      if (!success) throw new Error(text.decode(stdout) + text.decode(stderr));
    },
  });
}

function succeeds(command: string, args: string[]): boolean {
  try {
    return new Deno.Command(command, { args }).outputSync().success;
  } catch {
    return false;
  }
}
