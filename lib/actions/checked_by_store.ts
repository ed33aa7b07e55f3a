import type { MemberRole } from "../model/project.ts";
import { projectArchived } from "../model/refusals.ts";
import { accessAs } from "./access.ts";
import type { ActionName } from "../protocol/replies.ts";
import type { Services, UserCall } from "./action.ts";
import type { Result } from "./outcome.ts";

type Run<F, A extends ActionName> = (fields: F, call: UserCall, services: Services) => Result<A>;

/**
 * Makes the `run` of an action whose access the store checks within the transaction that does the work, so that no gate
 * has to read it first. An error that the action throws before it calls the store is reported only to users who have
 * access; for others the error of access takes precedence.
 * @param least the role that the user needs
 * @param reads whether the action changes nothing, so that an archived project is no error
 */
export function checkedByStore<F extends { projectId: number }, A extends ActionName>(
  least: MemberRole,
  run: Run<F, NoInfer<A>>,
  { reads = false } = {},
): Run<F, A> {
  return (fields, call, services) => {
    try {
      return run(fields, call, services);
    } catch (refusal) {
      return accessAs(least, services.store, fields.projectId, call.session.user.id)
        .then(({ project }) => {
          throw project.archived && !reads ? projectArchived(project.id) : refusal;
        });
    }
  };
}
