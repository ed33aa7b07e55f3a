import { defineAction } from "./action.ts";

/** docs/PROTOCOL.md, "Actions: service and admin": the limits are named as the server's options. */
export default defineAction({
  name: "help",
  audit: { name: "trợ giúp" },
  gate: "none",
  fields: {},
  usage: "help",
  run(_fields, _call, { actions, limits }) {
    return {
      reply: {
        protocol: 1,
        actions: [...actions.values()].map(({ name, usage }) => ({ action: name, usage })),
        limits: Object.fromEntries(
          Object.entries(limits).map(([name, value]) => [snakeCase(name), value]),
        ),
      },
    };
  },
});

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
