import { defineAction } from "./action.ts";
import { userRole, word } from "./field.ts";

/** Makes a user an admin, or an admin a user (docs/PROTOCOL.md, "Actions: service and admin"). */
export default defineAction({
  name: "set_role",
  audit: { name: "đặt vai trò" },
  gate: "admin",
  fields: { username: word, role: userRole },
  usage: "set_role <token> <username> <role>",
  run({ username, role }, { session }, { store, authenticator }) {
    return store.write("setRole", { username, role, admin: session?.user.id ?? null }).map(
      (user) => {
        authenticator.userChanged(user);
        return { reply: { user } };
      },
    );
  },
});
