import type { UnreachableReason } from "../report";

/** What was found out about the learner's machine. A field that is absent could not be found out. */
export interface MachineFacts {
  readonly system: "windows" | "mac" | "linux";
  /** Linux within Windows */
  readonly isWsl: boolean;
  /** the processor's, as Node names it: x64, arm64 … */
  readonly arch: string;
  /** path of the docker program */
  readonly dockerProgram?: string;
  /** the client's version and the API that it speaks */
  readonly client?: { readonly version: string; readonly apiVersion: string };
  readonly engine: EngineFacts;
  readonly buildx?: string;
  /** the version of `docker compose`, or that only the old `docker-compose` is there */
  readonly compose?: string;
  readonly hasOldCompose: boolean;
  readonly helloWorld?: { readonly greeted: boolean; readonly detail: string };
  /** bytes free where the engine keeps its data */
  readonly freeBytes?: number;
  /** the images that the course begins with → whether the engine has them */
  readonly images?: Readonly<Record<string, boolean>>;
  readonly python?: { readonly program: string; readonly version: string; readonly hasVenv: boolean };
  readonly git?: string;
  readonly ports: Readonly<Record<number, PortFacts>>;
  /** what `wsl --version` says first; empty where there is no WSL */
  readonly wsl?: string;
  readonly virtualisation?: boolean;
}

export type EngineFacts =
  | {
      readonly answers: true;
      readonly version: string;
      readonly apiVersion: string;
      readonly minApiVersion?: string;
      /** as Docker names it: x86_64, aarch64 … */
      readonly arch?: string;
    }
  | { readonly answers: false; readonly reason: UnreachableReason; readonly detail: string; readonly next: string };

/** `free`, or what holds the port: a container of the engine, macOS's AirPlay, or some program. */
export interface PortFacts {
  readonly state: "free" | "container" | "airplay" | "held" | "reserved";
  /** the container's or program's name, where it is known */
  readonly holder?: string;
}
