import { join } from "node:path";
import { Program } from "../program.ts";

/**
 * Enters a file system of its own, containing only what every program needs from the system: the loader, libc, /proc.
 */
const ENTER = `root=$1 folder=$2; shift 2
for each in proc lib lib64; do [ ! -d /$each ] || mount --rbind /$each "$root/$each" || exit 1; done
exec unshare --root="$root" --wd="$folder" "$@"`;

const FOLDERS = ["opt", "work", "tmp", "home", "proc", "lib", "lib64"];

/**
 * Two executables alone in a folder: no sources, caches, Deno, PATH or HOME. On a Linux that allows it, the rest of the
 * file system is hidden from them too.
 */
export class Place {
  readonly #root: string;
  #hidden = false;

  private constructor(root: string) {
    this.#root = root;
  }

  /** Copies the executables to `/opt` of an empty folder. */
  static async make(root: string, executables: string[]): Promise<Place> {
    const place = new Place(root);
    for (const folder of FOLDERS) await Deno.mkdir(place.path(`/${folder}`));
    const names = executables.map((path) => path.replace(/.*[/\\]/, ""));
    for (const [i, name] of names.entries()) {
      await Deno.copyFile(executables[i], place.path(`/opt/${name}`));
    }
    place.#hidden = Deno.build.os === "linux" && await place.#canHide(names[0]);
    return place;
  }

  /** Starts one of them, in `/work` unless `folder` is given. */
  start(
    name: string,
    args: string[],
    { environment = {}, folder = "/work" }: {
      environment?: Record<string, string>;
      folder?: string;
    } = {},
  ): Program {
    const [command, ...words] = this.#command(name, folder);
    const cwd = this.#hidden ? undefined : this.path(folder);
    return new Program({ command, args: [...words, ...args], environment, cwd });
  }

  /** Translates a path of theirs to ours. */
  path(path: string): string {
    return join(this.#root, path);
  }

  /** All files that they have created, by their own paths. */
  files(): string[] {
    const found: string[] = [];
    const walk = (folder: string) => {
      for (const { name, isDirectory } of Deno.readDirSync(this.path(folder))) {
        if (isDirectory) walk(`${folder}/${name}`);
        else found.push(`${folder}/${name}`);
      }
    };
    for (const folder of ["/work", "/tmp", "/home"]) walk(folder);
    return found.sort();
  }

  #command(name: string, folder: string): string[] {
    if (!this.#hidden) return [this.path(`/opt/${name}`)];
    const enter = ["--map-root-user", "--mount", "/bin/sh", "-c", ENTER, "sh"];
    return ["/usr/bin/unshare", ...enter, this.#root, folder, `/opt/${name}`];
  }

  async #canHide(name: string): Promise<boolean> {
    this.#hidden = true;
    const [command, ...words] = this.#command(name, "/work");
    try {
      const args = [...words, "--version"];
      const output = { stdout: "null", stderr: "null" } as const;
      return (await new Deno.Command(command, { args, ...output }).output()).success;
    } catch {
      return false;
    }
  }
}
