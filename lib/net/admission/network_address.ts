/**
 * Normalizes an address to the one that limits count. An IPv6 address becomes its /64, since whoever holds one address
 * of a /64 holds them all; an IPv4-mapped address (`::ffff:192.0.2.1`) becomes the IPv4 address.
 */
export function networkAddress(address: string): string {
  if (!address.includes(":")) return address;
  const groups = groupsOf(address.replace(/%.*$/, ""));
  if (groups === null) return address;
  if (groups.slice(0, 5).every((group) => group === 0)) {
    if (groups[5] === 0xffff) return ipv4(groups[6], groups[7]);
    if (groups[5] + groups[6] === 0 && groups[7] === 1) return "::1";
  }
  return `${groups.slice(0, 4).map((group) => group.toString(16)).join(":")}::/64`;
}

/** Parses the eight groups of an IPv6 address. Returns null when it is malformed. */
function groupsOf(address: string): number[] | null {
  const [head, tail, more] = address.split("::");
  const before = numbersOf(head);
  const after = tail === undefined ? [] : numbersOf(tail);
  if (before === null || after === null || more !== undefined) return null;
  const missing = 8 - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return null;
  return [...before, ...new Array(missing).fill(0), ...after];
}

function numbersOf(part: string): number[] | null {
  if (part === "") return [];
  const numbers: number[] = [];
  for (const group of part.split(":")) {
    const dotted = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(group);
    if (dotted !== null) {
      const [a, b, c, d] = dotted.slice(1).map(Number);
      numbers.push(a * 256 + b, c * 256 + d);
    } else if (/^[\da-f]{1,4}$/i.test(group)) numbers.push(parseInt(group, 16));
    else return null;
  }
  return numbers;
}

function ipv4(high: number, low: number): string {
  return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}
