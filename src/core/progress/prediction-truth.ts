import { megabytes } from "../megabytes";
import type { Prediction } from "../content/question";
import type { Progress } from "./progress";

/** What this machine has shown about something that could be predicted, in a sentence; undefined before it has. */
export function predictionTruth(prediction: Prediction, { tasks, comparison }: Progress): string | undefined {
  switch (prediction) {
    case "naive-size": {
      const bytes = tasks["build-naive"]?.figures?.["bytes"];
      return typeof bytes === "number" ? `Your simple image holds ${megabytes(bytes)} of files.` : undefined;
    }
    case "naive-user":
      return tasks["naive-user"]?.status === "verified" ? tasks["naive-user"].observed : undefined;
    case "counter-after-down":
      return tasks["counter-survives"]?.status === "verified" ? tasks["counter-survives"].observed : undefined;
    case "cached-after-source-change": {
      const current = comparison?.variants.find(({ id }) => id === "current");
      if (current?.state !== "measured") return undefined;
      const { rebuilt, cached } = current.afterSourceChange;
      return `After a change in src/app.py, ${cached.length} steps of your Dockerfile came from the cache. Done again: ${rebuilt.join("; ")}.`;
    }
  }
}
