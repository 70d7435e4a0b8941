import { isNode, parseDocument, visit } from "yaml";
import { lineIndex } from "../parse/line-index";
import type { SourceFile } from "../submission";
import { quoted } from "./quoted";
import type { Refusal } from "./refusal";

/**
 * Tags other than YAML's own: `!reset`, `!override` and their like change what Compose reads, and nobody else knows how. Takes
 * a text that can be read as YAML.
 */
export function foreignTags({ path, text }: SourceFile): readonly Refusal[] {
  if (!text.includes("!")) return [];
  const index = lineIndex(text);
  const found: Refusal[] = [];
  visit(parseDocument(text, { merge: true, prettyErrors: false, logLevel: "error" }), {
    Node(_, node) {
      const tag = isNode(node) && "tag" in node ? node.tag : undefined;
      if (tag === undefined || tag.startsWith("tag:yaml.org,2002:")) return;
      const message = `The tag ${quoted(tag)} changes how Compose reads the file.`;
      const range = node.range ? index.range(node.range[0], node.range[1]) : undefined;
      found.push({
        file: path,
        message,
        next: "Remove the tag, and write the value as it is meant.",
        ...(range && { range }),
      });
    },
  });
  return found;
}
