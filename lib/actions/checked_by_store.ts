import type { MemberRole } from "../model/project.ts";
import { accessAs } from "./access.ts";
import type { Result, Services } from "./action.ts";
import type { UserCall } from "./gates.ts";

type Run<F, Reply> = (fields: F, call: UserCall, services: Services) => Result<Reply>;

/**
 * Makes the `run` of an action whose access is checked by the store, within the transaction that does the work, so that
 * no gate has to read it first. An error that the action throws before it calls the store is answered only to users who
 * have that access; others are told first that they don't.
 * @param least the role that the user needs
 */
export function checkedByStore<F extends { projectId: number }, Reply>(
  least: MemberRole,
  run: Run<F, NoInfer<Reply>>,
): Run<F, Reply> {
  return (fields, call, services) => {
    try {
      return run(fields, call, services);
    } catch (refusal) {
      return accessAs(least, services.store, fields.projectId, call.session.user.id)
        .then(() => Promise.reject(refusal));
    }
  };
}
