import { displayName } from "../model/accounts/display_name.ts";
import type { AddressedEvent } from "../rooms/addressed_event.ts";
import { defineAction } from "./action.ts";
import { text } from "./field.ts";

/** Gives the user a display name, or takes it away (docs/PROTOCOL.md, "Actions: service and admin"). */
export default defineAction({
  name: "set_name",
  audit: { name: "đặt tên hiển thị" },
  gate: "user",
  fields: { displayName: text },
  usage: "set_name <token> <display_name>",
  run({ displayName: sent }, { session }, { store, authenticator, limits }) {
    const name = sent === "-" ? null : displayName(sent, limits);
    return store.write("setName", { userId: session.user.id, name })
      .map(({ user, changed, projects }) => {
        authenticator.userChanged(user);
        const { username: by } = user;
        const events = projects.map((projectId): AddressedEvent => ({
          type: "name",
          data: { project_id: projectId, user: by, name },
          by,
          to: { projectId, watchers: true },
        }));
        return { reply: { user }, events: changed ? events : [] };
      });
  },
});
