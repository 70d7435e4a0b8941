import type { Extension, ExtensionContext } from "vscode";
import { type Fact, factsOf } from "../../core/content/page";

/** A step's walkthrough as package.json declares it, in the editor's language: VS Code has put the translations in. */
export interface CourseWalkthrough {
  /** 0 to 6 */
  readonly step: number;
  readonly title: string;
  /** what VS Code opens it by */
  readonly category: string;
  readonly pages: readonly CoursePage[];
}

export interface CoursePage {
  readonly step: number;
  /** `<step's folder>/<page>` */
  readonly name: string;
  readonly title: string;
  /** Markdown that stands beside the page */
  readonly description: string;
  /** what VS Code opens it by, within its walkthrough */
  readonly walkthroughStep: string;
  readonly facts: readonly Fact[];
}

interface Declared {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly {
    readonly id: string;
    readonly title: string;
    readonly description: string;
    readonly media: { readonly markdown: string };
    readonly completionEvents: readonly string[];
  }[];
}

/** The seven walkthroughs in their order. They come with the manifest, so nothing is read from disk for them. */
export function courseWalkthroughs({ extension }: ExtensionContext): readonly CourseWalkthrough[] {
  const { contributes } = (extension as Extension<unknown>).packageJSON as {
    readonly contributes: { readonly walkthroughs: readonly Declared[] };
  };
  return contributes.walkthroughs.map(({ id, title, steps }) => {
    const step = Number(id.replace("step", ""));
    const category = `${extension.id}#${id}`;
    const pages = steps.map((page): CoursePage => {
      return {
        step,
        name: page.media.markdown.replace(/^walkthroughs\//, "").replace(/\.md$/, ""),
        title: page.title,
        description: page.description,
        walkthroughStep: page.id,
        facts: page.completionEvents.flatMap(factsOf),
      };
    });
    return { step, title, category, pages };
  });
}
