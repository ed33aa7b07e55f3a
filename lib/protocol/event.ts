/** `event type {json}` without its LF (docs/PROTOCOL.md, "Events"). */
export function eventLine(type: string, data: unknown): string {
  return `event ${type} ${JSON.stringify(data)}`;
}
