import type http from "node:http";

/** What an agent has beside its types. https://nodejs.org/api/http.html#agentcreateconnectionoptions-callback */
interface Connections {
  createConnection(options: unknown, created: (error: Error) => void): void;
}

/**
 * Drops every connection of an agent, and opens none any more: node's own would connect anew for who asks later, and keep that
 * connection. Whoever waits for an answer, or asks later, gets an error.
 */
export function closeForGood(agent: http.Agent): void {
  const createConnection: Connections["createConnection"] = (_, created) =>
    created(new Error("the connection to the engine is closed"));
  Object.assign<http.Agent, Connections>(agent, { createConnection });
  agent.destroy();
}
