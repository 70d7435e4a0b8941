import type http from "node:http";

/** What an agent has beside its types: every request of node:http passes here. */
interface Requests {
  addRequest(request: http.ClientRequest, ...options: readonly unknown[]): void;
}

/**
 * Makes an answer that breaks off an error of its request. The client listens to the request alone, and would wait for the rest
 * of the answer until the limit.
 */
export function reportBrokenAnswers<T extends http.Agent>(agent: T): T {
  const requests = agent as unknown as Requests;
  const addRequest = requests.addRequest.bind(agent);
  requests.addRequest = (request, ...options) => {
    request.once("response", (answer) => answer.once("error", (error) => request.emit("error", error)));
    addRequest(request, ...options);
  };
  return agent;
}
