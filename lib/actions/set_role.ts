import { adminId, defineAction } from "./action.ts";
import { userRole, word } from "./field.ts";

/** Makes a user an admin, or an admin a user (docs/PROTOCOL.md, "Actions: service and admin"). */
export default defineAction({
  name: "set_role",
  audit: { name: "đặt vai trò" },
  gate: "admin",
  fields: { username: word, role: userRole },
  usage: "set_role <token> <username> <role>",
  run({ username, role }, call, { store, authenticator }) {
    return store.write("setRole", { username, role, admin: adminId(call) }).map(
      (user) => {
        authenticator.userChanged(user);
        return { reply: { user } };
      },
    );
  },
});
