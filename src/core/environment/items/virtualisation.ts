import type { EnvironmentItem } from "./item";

/** Without it, Windows can start no virtual machine, and WSL 2 is one. */
export const virtualisation: EnvironmentItem = {
  id: "virtualisation",
  title: "Virtualisation is on",
  judge({ system, virtualisation: isOn }) {
    if (system !== "windows") return undefined;
    if (isOn === undefined)
      return { status: "unknown", observed: "Windows did not say. The Task Manager shows it under Performance, CPU." };
    if (isOn) return { status: "ok", observed: "Virtualisation is switched on." };
    return {
      status: "problem",
      observed: "Virtualisation is switched off.",
      why: "WSL 2 runs Linux in a small virtual machine.",
      next: "Switch it on in the BIOS or UEFI of your machine; the maker's page says where. Then start Windows again.",
    };
  },
};
