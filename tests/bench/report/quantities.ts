/** Formats numbers with units for tables. */

export const perSecond = (value: number) => `${count(value)}/s`;
export const milliseconds = (value: number) => `${short(value)} ms`;
export const microseconds = (value: number) => `${short(value)} µs`;
export const kilobytes = (value: number) => `${short(value)} kB`;
export const megabytes = (value: number) => `${short(value)} MB`;

export function count(value: number): string {
  return value.toLocaleString("en", { maximumFractionDigits: 0 });
}

/** Two decimals below 10, one below 100, otherwise none. */
function short(value: number): string {
  const digits = Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0;
  return value.toLocaleString("en", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** The size of a text: `16 B`, `4 kB`. */
export function bytes(value: number): string {
  return value < 1_024 ? `${value} B` : `${count(value / 1_024)} kB`;
}
