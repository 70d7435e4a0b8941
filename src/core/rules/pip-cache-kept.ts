import { insertWord } from "../edit/insert-word";
import { keepsCache } from "../image/pip-cache";
import { pipInstalls } from "../image/pip-install";
import { defineRule } from "../lint/rule";
import { stageChain } from "../parse/stage-chain";

/**
 * `pip install` (pip, pip3, `python -m pip`; not pipx, pipenv or uv) whose downloads stay in the layer. Silent with
 * --no-cache-dir or PIP_NO_CACHE_DIR, where a mount holds the cache, and where the step removes it. Information in what is
 * shipped; in other stages a hint, since nobody ships their layers. https://pip.pypa.io/en/stable/topics/caching/
 */
export const pipCacheKept = defineRule({
  id: "pip-cache-kept",
  title: "pip's cache stays in the image",
  severity: "information",
  fix: "preferred",
  equivalents: { hadolint: ["DL3042"] },
  saidBy: ["hadolint"],
  messages: {
    kept: {
      observed: "pip keeps a copy of what it downloads in the layer of this step.",
      why: "Nothing ever reads that copy again, so it only takes up room.",
      next: "Tell pip not to keep it.",
    },
  },

  dockerfile({ dockerfile: model, final }) {
    const shipped = stageChain(final);
    return model.stages.flatMap((stage) =>
      stage.instructions.flatMap((instruction) => {
        if (instruction.keyword !== "RUN") return [];
        const kept = pipInstalls(instruction, model).filter((pip) => keepsCache(pip, instruction, { model, stage }));
        return kept.map(({ installWord, command }) => ({
          message: "kept" as const,
          ...(!shipped.includes(stage) && { severity: "hint" as const }),
          range: installWord ?? command.range,
          fixes: installWord
            ? [
                {
                  title: "Add --no-cache-dir",
                  edits: [insertWord(instruction, installWord, "--no-cache-dir")],
                  preferred: true as const,
                },
              ]
            : [],
        }));
      }),
    );
  },
});
