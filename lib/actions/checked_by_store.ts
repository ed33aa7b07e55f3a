import type { MemberRole } from "../model/project.ts";
import { accessAs } from "./access.ts";
import type { Result, Services, UserCall } from "./action.ts";

type Run<F> = (fields: F, call: UserCall, services: Services) => Result;

/**
 * Makes the `run` of an action whose access to a project the store checks, in the transaction that does what is asked:
 * a gate would read it a moment earlier for nothing. What the action itself refuses before it comes to the store is
 * told only to those who have that access: the others hear first that they haven't.
 * @param least what the user has to be
 */
export function checkedByStore<F extends { projectId: number }>(
  least: MemberRole,
  run: Run<F>,
): Run<F> {
  return (fields, call, services) => {
    try {
      return run(fields, call, services);
    } catch (refusal) {
      return accessAs(least, services.store, fields.projectId, call.session.user.id)
        .then(() => Promise.reject(refusal));
    }
  };
}
