/** A day (`YYYY-MM-DD`) as people here write it, with its year: `1/12/2026`. */
export function dayText(day: string): string {
  return day.split("-").map(Number).reverse().join("/");
}
