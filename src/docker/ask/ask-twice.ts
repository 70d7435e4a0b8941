import { isDeepStrictEqual } from "node:util";
import { EngineFault } from "../../core/container-engine";
import { askEngine } from "./ask-engine";
import { DamagedAnswer } from "./engine-answers";
import { wordsOf } from "./faults";

/** Two looks in a row agree at once, unless something changes just then. */
const MOST_LOOKS = 6;

/**
 * A fact that a verdict rests on: asked for until two answers in a row say the same, so that none that was damaged on the way
 * decides anything. `request` gives only what must agree. Throws as askEngine does, and EngineFault where no two agree.
 */
export async function askTwice<T>(what: string, signal: AbortSignal, request: () => Promise<T>): Promise<T> {
  let before: { readonly answer: T } | undefined;
  let damage = "each time its answer was another";
  for (let look = 0; look < MOST_LOOKS; look++) {
    const now = await askEngine(what, signal, () => orDamage(request));
    if (now.damage !== undefined) damage = now.damage;
    else if (before && isDeepStrictEqual(before.answer, now.answer)) return now.answer;
    before = now.damage === undefined ? now : undefined;
  }
  throw contradiction(what, damage);
}

type Look<T> = { readonly answer: T; readonly damage?: undefined } | { readonly damage: string };

async function orDamage<T>(request: () => Promise<T>): Promise<Look<T>> {
  try {
    return { answer: await request() };
  } catch (error) {
    if (error instanceof DamagedAnswer) return { damage: wordsOf(error) };
    throw error;
  }
}

function contradiction(what: string, damage: string): EngineFault {
  return new EngineFault({
    observed: `Docker was asked to ${what}, and cannot be believed: ${damage}.`,
    why: "Something between the grader and the engine damages what they say. This is not counted against your work.",
    next: "Restart Docker (and the tunnel or proxy before it, if there is one), then run the checks again.",
  });
}
