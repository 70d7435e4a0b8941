import { type Disposable, InlayHint, languages, Position, type Range } from "vscode";
import { baseHints } from "../../core/hover/base-hints";
import { parseDockerfile } from "../../core/parse/parse-dockerfile";

/** Shows behind each FROM what its variables or stage names come down to. */
export function registerBaseHints(): Disposable {
  return languages.registerInlayHintsProvider([{ language: "dockerfile" }], {
    provideInlayHints(document, visible: Range) {
      const source = { path: document.fileName, text: document.getText(), encoding: "utf-8" as const };
      return baseHints(parseDockerfile(source)).flatMap(({ position, image, tooltip }) => {
        const place = new Position(position.line, position.character);
        if (!visible.contains(place)) return [];
        const hint = new InlayHint(place, `= ${image}`);
        hint.paddingLeft = true;
        hint.tooltip = tooltip;
        return [hint];
      });
    },
  });
}
