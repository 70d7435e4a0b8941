import type { EnvironmentItem } from "./item";

/** Python on the machine itself: only step 1 needs it. */
export const python: EnvironmentItem = {
  id: "python",
  title: "Python with venv, for step 1",
  judge({ python: found, system }) {
    const why =
      "Step 1 runs the app without Docker, to see what an image will do for you. The other steps do not need it.";
    if (!found)
      return { status: "note", observed: "No Python 3 was found on this machine.", why, next: INSTALL[system] };
    if (!found.hasVenv) {
      return {
        status: "note",
        observed: `${found.program} is Python ${found.version}, but it cannot make virtual environments.`,
        why,
        next:
          system === "linux"
            ? "On Debian and Ubuntu: sudo apt install python3-venv."
            : "Install Python anew from python.org.",
      };
    }
    return { status: "ok", observed: `${found.program} is Python ${found.version}, with venv.` };
  },
};

const INSTALL = {
  windows: "Install it from python.org or the Microsoft Store; then py or python works in a new terminal.",
  mac: "Install it from python.org; its command is python3.",
  linux: "Install the packages python3 and python3-venv.",
};
