/** The labels that everything made by a run carries. Nothing that lacks the first is ever removed. */
export const SESSION_LABEL = "dockerize-coach.session";
/** a hash that stands for the machine, its boot and its process namespace: where the pid below means something */
export const OWNER_LABEL = "dockerize-coach.owner";
export const PID_LABEL = "dockerize-coach.pid";
/** when that process began, see bornAt; absent where the system does not say */
export const BORN_LABEL = "dockerize-coach.process-born";
/** milliseconds since 1970 */
export const STARTED_LABEL = "dockerize-coach.started-at";

/** Begins the name of everything that a run makes. */
export const NAME_PREFIX = "dockerize-coach";

/** The process that a run belongs to. */
export interface Owner {
  readonly owner: string;
  readonly pid: number;
  /** tells the process from a later one with the same pid, whatever the clock says */
  readonly bornAt?: number;
}

/** What the labels of one object say of the run that made it. */
export interface SessionMark extends Owner {
  readonly session: string;
  readonly startedAt: number;
}

export function sessionLabels(mark: SessionMark): Readonly<Record<string, string>> {
  return {
    [SESSION_LABEL]: mark.session,
    [OWNER_LABEL]: mark.owner,
    [PID_LABEL]: String(mark.pid),
    [STARTED_LABEL]: String(mark.startedAt),
    ...(mark.bornAt !== undefined && { [BORN_LABEL]: String(mark.bornAt) }),
  };
}

/** Reads the labels of an object back; undefined where they are not all ours, which means: hands off. */
export function sessionMark(labels: Readonly<Record<string, string>> | null | undefined): SessionMark | undefined {
  const session = labels?.[SESSION_LABEL];
  const owner = labels?.[OWNER_LABEL];
  const pid = wholeNumber(labels?.[PID_LABEL]);
  const startedAt = wholeNumber(labels?.[STARTED_LABEL]);
  if (!session || !owner || !pid || startedAt === undefined) return undefined;
  const bornAt = wholeNumber(labels?.[BORN_LABEL]);
  return { session, owner, pid, startedAt, ...(bornAt !== undefined && { bornAt }) };
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
