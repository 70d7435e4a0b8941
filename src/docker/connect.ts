import https from "node:https";
import Dockerode from "dockerode";
import type { DockerProgram } from "./docker-program";
import type { Endpoint } from "./endpoint";
import { stdioAgent } from "./stdio-agent";

/**
 * A client of the engine's API. Does not connect yet. Every option is given, because dockerode would fill in what is
 * missing from this process's own DOCKER_HOST and DOCKER_CERT_PATH.
 */
export function connect(endpoint: Endpoint, docker: DockerProgram): Dockerode {
  const { transport, tls } = endpoint;
  const none = { ca: undefined, cert: undefined, key: undefined, host: undefined, port: undefined, pathPrefix: "/" };
  switch (transport.kind) {
    case "socket":
      return client({ ...none, protocol: "http", socketPath: transport.path });
    case "tcp": {
      const address = { host: transport.hostname, port: transport.port };
      if (!transport.secure) return client({ ...none, ...address, protocol: "http" });
      const agent = new https.Agent({ ...tls, rejectUnauthorized: tls?.verify !== false });
      return client({ ...none, ...address, protocol: "https", agent });
    }
    case "ssh": {
      // The host is a placeholder: the agent is the connection.
      const agent = stdioAgent(docker.program ?? "docker", { ...docker.env, ...endpoint.cliEnv });
      return client({ ...none, host: "docker", port: 80, protocol: "http", agent });
    }
  }
}

function client(options: object): Dockerode {
  return new Dockerode(options);
}
