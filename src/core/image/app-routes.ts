import type { SourceFile } from "../submission";

const ROUTE = /@\w+\.(?:route|get|post|api_route)\(\s*(?:rule=|path=)?(["'])([^"']*)\1/g;
/** Routes that are made elsewhere, or under a prefix. */
const ELSEWHERE =
  /Blueprint|register_blueprint|add_url_rule|APIRouter|include_router|static_url_path|add_api_route|\.mount\(|application_root/i;

/**
 * The paths that a Flask or FastAPI app answers on, read from its one file; undefined where it makes routes in other ways
 * too, or none that can be read. Parameters (`<int:id>`, `{id}`) match anything.
 */
export function appRoutes(file: SourceFile): Routes | undefined {
  if (!KNOWN.has(file)) KNOWN.set(file, readRoutes(file));
  return KNOWN.get(file);
}

type Routes = (path: string) => boolean;

/** The app's file stays the same while somebody types in a Dockerfile. */
const KNOWN = new WeakMap<SourceFile, Routes | undefined>();

function readRoutes({ text }: SourceFile): Routes | undefined {
  const routes = [...text.matchAll(ROUTE)].map((match) => match[2] ?? "");
  if (routes.length === 0 || ELSEWHERE.test(text)) return undefined;
  const patterns = routes.map((route) => {
    const parts = route.split(/<[^>]*>|\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return new RegExp(`^${parts.join("[^/]+")}/?$`);
  });
  return (path) => patterns.some((pattern) => pattern.test(path));
}
