import { defineAction } from "./action.ts";

/**
 * Lists the actions, and the limits under the names of the server's options (docs/PROTOCOL.md, "Actions: service and
 * admin").
 */
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
