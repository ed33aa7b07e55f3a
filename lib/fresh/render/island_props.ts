/**
 * Serialized props of islands: JSON, with `{ "$": … }` for values that JSON cannot express. A signal
 * is written once and referred to from each place that holds it, so that it stays one signal.
 */
export interface WrittenProps {
  props: unknown[];
  signals: unknown[];
  /** Whether `props` contain no `$` objects, and so can be used without `readIslandProps`. */
  plain: boolean;
}

const SIGNAL_BRAND = Symbol.for("preact-signals");

interface SignalLike {
  peek(): unknown;
}

function isSignal(value: object): value is SignalLike {
  return (value as { brand?: unknown }).brand === SIGNAL_BRAND;
}

class PropsWriter {
  readonly signals: unknown[] = [];
  plain = true;
  readonly #signalIndex = new Map<object, number>();
  readonly #ancestors = new Set<object>();

  write(value: unknown, path: string): unknown {
    if (value === null || typeof value === "string" || typeof value === "boolean") return value;
    if (typeof value === "number" && Number.isFinite(value)) return value;
    if (typeof value !== "object") throw notAllowed(path, typeName(value));
    if (isSignal(value)) return this.#tagged({ $: "signal", index: this.#signal(value, path) });
    if (value instanceof Date) return this.#tagged({ $: "date", time: dateTime(value, path) });
    if (this.#ancestors.has(value)) throw notAllowed(path, "a value that contains itself");
    this.#ancestors.add(value);
    const written = Array.isArray(value)
      ? value.map((item, index) => this.write(item, `${path}[${index}]`))
      : this.#object(value, path);
    this.#ancestors.delete(value);
    return written;
  }

  #object(value: object, path: string): unknown {
    if ("__v" in value && "type" in value && "props" in value) throw notAllowed(path, "JSX");
    if (Object.getPrototypeOf(value) !== Object.prototype) throw notAllowed(path, typeName(value));
    const written = Object.fromEntries(
      Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]) => [key, this.write(item, `${path}.${key}`)]),
    );
    return Object.hasOwn(written, "$") ? this.#tagged({ $: "object", value: written }) : written;
  }

  #tagged(value: { $: "signal" | "date" | "object" } & Record<string, unknown>): unknown {
    this.plain = false;
    return value;
  }

  #signal(signal: SignalLike, path: string): number {
    const known = this.#signalIndex.get(signal);
    if (known !== undefined) return known;
    const index = this.signals.push(null) - 1;
    this.#signalIndex.set(signal, index);
    this.signals[index] = this.write(signal.peek(), `${path}.value`);
    return index;
  }
}

function typeName(value: unknown): string {
  if (typeof value === "number") return String(value);
  if (typeof value !== "object" || value === null) return `a ${typeof value}`;
  return Object.getPrototypeOf(value)?.constructor?.name ?? "an object without a prototype";
}

function dateTime(date: Date, path: string): number {
  const time = date.getTime();
  if (Number.isNaN(time)) throw notAllowed(path, "an invalid Date");
  return time;
}

function notAllowed(path: string, found: string): TypeError {
  return new TypeError(
    `${path} is ${found}: props of islands must be JSON values, Dates or Signals`,
  );
}

/**
 * Checks that the props of an island can be sent to the browser.
 * @throws TypeError that names the prop
 */
export function checkIslandProps(name: string, props: Record<string, unknown>): void {
  new PropsWriter().write({ ...props }, `Island "${name}": props`);
}

/**
 * Serializes the props of all islands of a page.
 * @throws TypeError that names the prop
 */
export function writeIslandProps(all: Record<string, unknown>[]): WrittenProps {
  const writer = new PropsWriter();
  const props = all.map((one, index) => writer.write({ ...one }, `props of island ${index}`));
  return { props, signals: writer.signals, plain: writer.plain };
}

/** Restores serialized props. `newSignal` creates a signal; it is called once for each. */
export function readIslandProps(
  written: WrittenProps,
  newSignal: (value: unknown) => unknown,
): Record<string, unknown>[] {
  const signals = new Map<number, unknown>();
  const read = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map(read);
    const tagged = value as { $?: string; index: number; time: number; value: object };
    if (!Object.hasOwn(value, "$")) return readObject(value);
    if (tagged.$ === "date") return new Date(tagged.time);
    if (tagged.$ === "object") return readObject(tagged.value);
    if (!signals.has(tagged.index)) {
      signals.set(tagged.index, newSignal(read(written.signals[tagged.index])));
    }
    return signals.get(tagged.index);
  };
  const readObject = (value: object) =>
    Object.fromEntries(Object.entries(value).map(([key, item]) => [key, read(item)]));
  return written.props.map((props) => read(props) as Record<string, unknown>);
}
