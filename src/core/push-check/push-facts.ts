/** What git says about a folder before it is handed in. Paths are relative to the challenge folder, with `/`. */
export type PushFacts =
  | { readonly kind: "no-git" }
  | { readonly kind: "no-repository" }
  /** git would not look; `said`: the first line of its own words */
  | { readonly kind: "refused"; readonly said: string }
  | RepositoryFacts;

export interface RepositoryFacts {
  readonly kind: "repository";
  /** the challenge folder's path in the repository, with `/` behind; empty where it is the repository itself */
  readonly prefix: string;
  /** what git keeps: path → its mode: `100644`, `100755` (may be executed), `120000` (link), `160000` (another repository) */
  readonly tracked: ReadonlyMap<string, string>;
  /** neither kept nor ignored: what `git add .` would take */
  readonly untracked: readonly string[];
  /** kept, and other than in the last commit */
  readonly changed: readonly string[];
  /** the files that the grading needs, and that are on disk */
  readonly needed: readonly NeededFile[];
  /** the variables that Compose takes from `.env` alone; empty where it needs none */
  readonly variablesOfEnvFile: readonly string[];
  /** in the files that are or would be handed in */
  readonly secrets: readonly FoundSecret[];
  /** in commits that no remote has, and no more in the files */
  readonly oldSecrets: readonly FoundSecret[];
  /** files of more than 50 MB that are or would be handed in */
  readonly large: readonly { readonly path: string; readonly bytes: number }[];
  /** shell scripts that git keeps with the line ends of Windows */
  readonly crlfScripts: readonly string[];
  /** whether git notes here which files may be executed; it does not on Windows */
  readonly keepsFileModes: boolean;
  /** the branch's name; undefined where a commit is checked out and no branch */
  readonly branch?: string;
  readonly remotes: readonly Remote[];
  /** where the branch is pushed to, such as `origin/main`, and by how many commits the two differ */
  readonly upstream?: { readonly name: string; readonly ahead: number; readonly behind: number };
}

export interface NeededFile {
  readonly path: string;
  /** what needs it: `the checks`, or the file that names it */
  readonly by: string;
  /** the line that makes git ignore it, counted from 1 */
  readonly ignoredBy?: { readonly file: string; readonly line: number; readonly pattern: string };
  /** Git LFS keeps its content elsewhere */
  readonly inLfs: boolean;
}

export interface Remote {
  readonly name: string;
  readonly url: string;
}

export interface FoundSecret {
  readonly path: string;
  /** counted from 1; undefined where the whole file is meant */
  readonly line?: number;
  /** what it is, such as `a private key`; never the secret itself */
  readonly what: string;
}
