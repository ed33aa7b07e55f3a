/**
 * Converts a file route to its URL pattern: `/(site)/rooms/[id]` answers `/rooms/:id`.
 * @throws SyntaxError if the brackets of a part are invalid
 */
export function filePattern(id: string): string {
  const parts = id.split("/").filter((part) => part !== "" && !isGroup(part));
  if (parts.at(-1) === "index") parts.pop();
  const pattern = parts.map(partPattern).join("");
  if (pattern === "") return "/";
  // An optional parameter alone must not make the leading slash optional.
  return pattern.startsWith("{/") && parts.every((part) => part.startsWith("[["))
    ? pattern.replace("{/", "/{")
    : pattern;
}

function isGroup(part: string): boolean {
  return part.startsWith("(") && part.endsWith(")");
}

function partPattern(part: string): string {
  const rest = /^\[\.\.\.(\w+)\]$/.exec(part);
  if (rest) return `/:${rest[1]}*`;
  const optional = /^\[\[(\w+)\]\]$/.exec(part);
  if (optional) return `{/:${optional[1]}}?`;
  if (part.includes("][")) {
    throw new SyntaxError(`Route "${part}": two parameters need something between them`);
  }
  const pattern = part.replace(/\[(\w+)\]/g, ":$1");
  if (/[[\]]/.test(pattern)) throw new SyntaxError(`Route "${part}": a bracket has no match`);
  return `/${pattern}`;
}

/** Ranks a part by how exact it is; the more exact route, with the lower rank, is tried first. */
function rank(part: string): number {
  if (part.startsWith("[...")) return 3;
  if (part.startsWith("[[")) return 2;
  return part.includes("[") ? 1 : 0;
}

/** Compares file routes for sorting: `/rooms/new` precedes `/rooms/[id]`, which precedes `/[...path]`. */
export function compareRoutes(a: string, b: string): number {
  const [left, right] = [a, b].map((id) => id.split("/").filter((part) => !isGroup(part)));
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const difference = rank(left[index]) - rank(right[index]);
    if (difference !== 0) return difference;
    if (left[index] !== right[index]) return left[index] < right[index] ? -1 : 1;
  }
  return right.length - left.length;
}
