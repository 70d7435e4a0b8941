import http from "node:http";
import https from "node:https";
import { inspect } from "node:util";
import Dockerode from "dockerode";
import type { Endpoint } from "./endpoint";
import { reportBrokenAnswers } from "./broken-answers";
import { closeForGood } from "./close-for-good";
import type { FoundProgram } from "../command/find-program";
import { stdioAgent } from "./stdio-agent";

export interface Connection {
  readonly docker: Dockerode;
  /**
   * Drops every connection, also those on which an answer is waited for, and opens none any more: none keeps the process alive, or
   * outlives the run in an editor.
   */
  readonly close: () => void;
}

/**
 * A client of the engine's API. Does not connect yet. Every option is given, because dockerode would fill in what is
 * missing from this process's own DOCKER_HOST and DOCKER_CERT_PATH.
 */
export function connect(endpoint: Endpoint, docker: FoundProgram): Connection {
  const agent = reportBrokenAnswers(quicklyShown(agentFor(endpoint, docker)));
  const options = {
    ...{ ca: undefined, cert: undefined, key: undefined, host: undefined, port: undefined, pathPrefix: "/" },
    ...addressOf(endpoint),
    agent,
  };
  return { docker: new Dockerode(options), close: () => closeForGood(agent) };
}

function agentFor({ transport, tls, cliEnv }: Endpoint, docker: FoundProgram): http.Agent {
  if (transport.kind === "ssh") return stdioAgent(docker.program ?? "docker", { ...docker.env, ...cliEnv });
  if (transport.kind === "socket" || !transport.secure) return new http.Agent({ keepAlive: true });
  return new https.Agent({ ...tls, rejectUnauthorized: tls?.verify !== false, keepAlive: true });
}

/** docker-modem writes all of its options, sockets and all, into a debug line at each request, which took a third of the grader's own time. */
function quicklyShown(agent: http.Agent): http.Agent {
  return Object.assign(agent, { [inspect.custom]: () => "[agent]" });
}

function addressOf({ transport }: Endpoint): object {
  switch (transport.kind) {
    case "socket":
      return { protocol: "http", socketPath: transport.path };
    case "tcp":
      return { protocol: transport.secure ? "https" : "http", host: transport.hostname, port: transport.port };
    case "ssh":
      // A placeholder: the agent is the connection.
      return { protocol: "http", host: "docker", port: 80 };
  }
}
