/** Numbers with their units, as tables show them. */

export const perSecond = (value: number) => `${count(value)}/s`;
export const milliseconds = (value: number) => `${short(value)} ms`;
export const microseconds = (value: number) => `${short(value)} µs`;
export const kilobytes = (value: number) => `${short(value)} kB`;
export const megabytes = (value: number) => `${short(value)} MB`;

export function count(value: number): string {
  return value.toLocaleString("en", { maximumFractionDigits: 0 });
}

/** Two digits behind the point below 10, one below 100, else none. */
function short(value: number): string {
  const digits = Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0;
  return value.toLocaleString("en", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** Of texts: `16 B`, `4 kB`. */
export function bytes(value: number): string {
  return value < 1_024 ? `${value} B` : `${count(value / 1_024)} kB`;
}
