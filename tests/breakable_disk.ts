/** An ext4 file system in a file, in which kernel errors can be triggered. */
export class BreakableDisk {
  readonly folder: string;
  readonly #image: string;

  constructor(image: string, folder: string) {
    this.#image = image;
    this.folder = folder;
    this.#mount();
  }

  /** Makes it read-only immediately, even for open files. */
  fail(): void {
    const device = run("findmnt", "-no", "SOURCE", this.folder).trim().split("/").pop()!;
    Deno.writeTextFileSync(`/sys/fs/ext4/${device}/trigger_fs_error`, "1");
  }

  /** Repairs it, as an operator would have to. */
  mend(): void {
    this.unmount();
    // Exits with 1 when it has corrected something.
    new Deno.Command("e2fsck", { args: ["-fy", this.#image] }).outputSync();
    this.#mount();
  }

  unmount(): void {
    run("umount", this.folder);
  }

  #mount(): void {
    run("mount", "-o", "loop,errors=remount-ro", this.#image, this.folder);
  }
}

/** Runs a test with a disk that can fail. */
export async function withBreakableDisk(
  test: (disk: BreakableDisk) => Promise<void>,
): Promise<void> {
  const root = Deno.makeTempDirSync({ prefix: "chung-disk-" });
  try {
    const disk = make(root);
    try {
      await test(disk);
    } finally {
      disk.unmount();
    }
  } finally {
    Deno.removeSync(root, { recursive: true });
  }
}

/** Needs an account that may mount, loop devices, and a kernel that allows triggering the fault. */
withBreakableDisk.possible = isPossible();

function isPossible(): boolean {
  if (Deno.build.os !== "linux" || Deno.uid() !== 0) return false;
  const root = Deno.makeTempDirSync({ prefix: "chung-disk-" });
  try {
    const disk = make(root);
    disk.fail();
    disk.unmount();
    return true;
  } catch {
    return false;
  } finally {
    Deno.removeSync(root, { recursive: true });
  }
}

function make(root: string): BreakableDisk {
  const [image, folder] = [`${root}/image`, `${root}/disk`];
  Deno.writeFileSync(image, new Uint8Array());
  Deno.truncateSync(image, 16 * 1024 * 1024);
  Deno.mkdirSync(folder);
  run("mkfs.ext4", "-q", "-F", image);
  return new BreakableDisk(image, folder);
}

function run(command: string, ...args: string[]): string {
  const { success, stdout, stderr } = new Deno.Command(command, { args }).outputSync();
  const text = new TextDecoder();
  if (!success) throw new Error(`${command} ${args}: ${text.decode(stderr)}`);
  return text.decode(stdout);
}
