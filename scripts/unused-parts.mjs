// Leaves out what dockerode brings but this product never uses: BuildKit over gRPC and the ssh client. Builds and ssh
// contexts go through the docker command line. Each left-out package says so, should it be called after all.

const UNUSED = ["@grpc/grpc-js", "@grpc/proto-loader", "protobufjs", "ssh2", "cpu-features"];

/** An esbuild plugin that puts a stand-in where an unused package is asked for. */
export function unusedParts() {
  const names = UNUSED.map((name) => name.replace("/", "\\/")).join("|");
  return {
    name: "unused-parts",
    setup(build) {
      build.onResolve({ filter: new RegExp(`^(${names})$`) }, ({ path }) => ({ path, namespace: "unused-part" }));
      build.onLoad({ filter: /.*/, namespace: "unused-part" }, ({ path }) => ({ contents: standIn(path) }));
    },
  };
}

/** A module whose members may be named, as dockerode does while it loads, but neither called nor constructed. */
function standIn(name) {
  const message = `${name} is not part of this bundle: builds and ssh go through the docker command line`;
  return `
    const refuse = () => { throw new Error(${JSON.stringify(message)}); };
    const part = new Proxy(function () {}, { get: () => part, apply: refuse, construct: refuse });
    module.exports = part;`;
}
