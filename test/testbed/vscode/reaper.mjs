import { spawn } from "node:child_process";

/** Reads "g PID" (a process group) and "d FOLDER"; when its input ends without "done", it ends and removes those. */
const SCRIPT = `
groups= folder=
while IFS=' ' read -r what value; do
  case $what in g) groups="$groups $value" ;; d) folder=$value ;; done) exit 0 ;; esac
done
for group in $groups; do kill -TERM "-$group"; done
sleep 1
for group in $groups; do kill -KILL "-$group"; done
case $folder in */dockerize-coach-*) rm -rf "$folder" ;; esac`;

/** Cleans up after us even when we are killed: a small shell that outlives us and sees our end of its input close. */
export function startReaper(folder) {
  const shell = spawn("/bin/sh", ["-c", SCRIPT], { detached: true, stdio: ["pipe", "ignore", "ignore"] });
  shell.on("error", () => {});
  shell.stdin.on("error", () => {});
  shell.unref();
  shell.stdin.unref?.();
  shell.stdin.write(`d ${folder}\n`);
  return {
    watch: (group) => shell.stdin.write(`g ${group}\n`),
    done: () => shell.stdin.end("done\n"),
  };
}
