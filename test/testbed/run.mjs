import { spawn } from "node:child_process";

/**
 * Runs a program to its end: { ok, status, stdout, stderr }. Never rejects: a program that is not there, or that took
 * longer than `limit` milliseconds, is one that is not ok. `show` prints its output as it comes.
 */
export function run(program, args, { env = process.env, cwd, limit, show = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { env, cwd, stdio: ["ignore", "pipe", "pipe"], timeout: limit });
    const output = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"]) {
      child[stream].setEncoding("utf8").on("data", (text) => {
        output[stream] += text;
        if (show) process[stream].write(text);
      });
    }
    child.on("error", (error) => resolve({ ok: false, status: null, ...output, stderr: error.message }));
    child.on("close", (status) => resolve({ ok: status === 0, status, ...output }));
  });
}
