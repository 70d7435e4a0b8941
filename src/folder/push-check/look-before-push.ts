import { judgePush } from "../../core/push-check/judge-push";
import type { PushReport } from "../../core/push-check/push-report";
import type { GitRequest } from "../git";
import { pushFacts } from "./push-facts";

/**
 * Looks at what would be handed in, and at what is still to be done. Changes nothing and asks no network. Rejects with a FolderFault
 * where the folder cannot be read, and with the signal's reason. @param now milliseconds since 1970
 */
export async function lookBeforePush({
  now,
  ...request
}: GitRequest & { readonly now: () => number }): Promise<PushReport> {
  return { at: new Date(now()).toISOString(), items: judgePush(await pushFacts(request)) };
}
