import http from "node:http";
import type { HttpAnswer } from "../../core/running-container";

export const MOST_BODY = 64 * 1024;
export const GET_LIMIT = 3_000;

/**
 * What is said of an app that does not answer, whoever asks it: a published port takes every connection, and closes it where
 * nothing listens behind it, so that the one is not to be told from the other.
 */
export const NO_WORD = "nothing listens on that port, or what does hangs up without a word";

export interface HttpGet {
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly signal: AbortSignal;
  /** milliseconds for the whole answer, 3 s unless given */
  readonly limitMs?: number;
}

/**
 * One GET. Follows no redirect, and ends within the limit also where the answer comes drop by drop; the body is cut at
 * 64 KiB. Rejects only with the signal's reason.
 */
export async function httpGet({ host, port, path, signal, limitMs = GET_LIMIT }: HttpGet): Promise<HttpAnswer> {
  signal.throwIfAborted();
  const deadline = AbortSignal.timeout(limitMs);
  try {
    return await request({ host, port, path }, AbortSignal.any([signal, deadline]));
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (deadline.aborted) return { answered: false, detail: `no complete answer within ${limitMs / 1000} s` };
    return { answered: false, detail: inWords(error as NodeJS.ErrnoException) };
  }
}

function request(address: Pick<HttpGet, "host" | "port" | "path">, signal: AbortSignal): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    // No agent: a kept connection would outlive the container that it leads to.
    const call = http.get({ ...address, signal, agent: false, headers: { accept: "*/*" } }, (answer) => {
      const chunks: Buffer[] = [];
      let size = 0;
      const finish = () => {
        const body = Buffer.concat(chunks).subarray(0, MOST_BODY).toString("utf8");
        resolve({ answered: true, status: answer.statusCode ?? 0, body });
        call.destroy();
      };
      answer.on("data", (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size >= MOST_BODY) finish();
      });
      answer.once("end", finish);
      answer.once("error", reject);
    });
    call.once("error", reject);
  });
}

function inWords(error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case "ECONNREFUSED":
    case "ECONNRESET":
      return NO_WORD;
    default:
      return error.message;
  }
}
