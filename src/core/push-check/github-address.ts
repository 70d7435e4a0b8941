/** Of https, ssh, and the short form of ssh; also by the port for firewalls. What stands before `@` may be a password: it is left out. */
const FORMS = [
  /^(?:https?|git):\/\/(?:[^@/]*@)?(?:www\.)?github\.com(?::\d+)?\/([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/i,
  /^ssh:\/\/(?:[^@/]*@)?(?:ssh\.)?github\.com(?::\d+)?\/([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/i,
  /^(?:[^@/:]*@)?(?:ssh\.)?github\.com:\/?([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/i,
];

/** Owner and name of the repository that a remote's address stands for; undefined where it is not on GitHub. */
export function githubRepository(url: string): { readonly owner: string; readonly name: string } | undefined {
  for (const form of FORMS) {
    const [, owner, name] = form.exec(url.trim()) ?? [];
    if (owner && name) return { owner, name };
  }
  return undefined;
}

/** The page of a repository's Actions. */
export function actionsPage({ owner, name }: { readonly owner: string; readonly name: string }): string {
  return `https://github.com/${owner}/${name}/actions`;
}
