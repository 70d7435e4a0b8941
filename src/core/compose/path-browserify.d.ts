/** The part of it that is used; the package brings no types. It is Node's `path.posix`, for any host. */
declare module "path-browserify" {
  const path: {
    normalize(path: string): string;
    basename(path: string): string;
    dirname(path: string): string;
    relative(from: string, to: string): string;
    join(...paths: readonly string[]): string;
  };
  export default path;
}
