/** The browser's locks; undefined on pages that are not a secure context. */
const locks = (): LockManager | undefined => navigator.locks;

/**
 * Takes a new lock until `signal` aborts or this page or worker is gone, however it ends. Resolves to its name once it is
 * held, or to "" where there are no locks.
 */
export function holdLifeLock(signal: AbortSignal): Promise<string> {
  const name = `chung life ${Math.random().toString(36).slice(2)}`;
  return new Promise((resolve) => {
    const held = () => {
      resolve(name);
      return new Promise<void>((end) => signal.addEventListener("abort", () => end()));
    };
    if (locks()?.request(name, held).catch(() => resolve("")) === undefined) resolve("");
  });
}

/** Calls `gone` when the holder of a lock is gone, unless `signal` aborts before. */
export function onLifeEnd(name: string, signal: AbortSignal, gone: () => void): void {
  if (name === "") return;
  locks()?.request(name, { signal, mode: "shared" }, gone).catch(() => {});
}
