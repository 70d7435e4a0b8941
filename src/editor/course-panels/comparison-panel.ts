import { l10n } from "vscode";
import { COURSE } from "../../core/course";
import type { Comparison, Rebuild, Variant, VariantFigures } from "../../core/comparison/comparison";
import { sumUp } from "../../core/comparison/sum-up";
import { megabytes } from "../../core/megabytes";
import type { Course } from "../course/course";
import { escapeHtml } from "../panel/markdown-html";
import type { PanelContent } from "../panel/panel";

type Measured = Extract<Variant, { state: "measured" }>;

/** Naive against optimised: bars to look at, and every figure in tables that a screen reader can read. */
export function comparisonPanel(course: Course, folder: string): PanelContent {
  return {
    key: `comparison ${folder}`,
    title: l10n.t("Compare the Images"),
    onDidChange: course.progress.onDidChange,
    body: async () => {
      const comparison = (await course.progress.read(folder))?.comparison;
      const again = `<div class="buttons"><a class="button" href="command:dockerizeCoach.compareImages">${escapeHtml(l10n.t("Measure Again"))}</a></div>`;
      return `<h1>${escapeHtml(l10n.t("Naive against optimised"))}</h1>${comparison ? figures(comparison) : ""}${again}`;
    },
  };
}

function figures(comparison: Comparison): string {
  const measured = comparison.variants.filter((variant): variant is Measured => variant.state === "measured");
  const missing = comparison.variants.flatMap((variant) =>
    variant.state === "measured" ? [] : [`<li>${escapeHtml(`${variantName(variant.id)}: ${variant.reason}`)}</li>`],
  );
  const words = sumUp(comparison).map((sentence) => `<li>${escapeHtml(sentence)}</li>`);
  return `<p class="quiet">${escapeHtml(l10n.t("Measured on this machine on {0}. Size means the files in all layers.", new Date(comparison.at).toLocaleString()))}</p>
<ul>${words.join("")}</ul>
${missing.length > 0 ? `<ul>${missing.join("")}</ul>` : ""}
${measured.map((variant) => bar(variant, measured)).join("\n")}
<p class="quiet" aria-hidden="true">${escapeHtml(l10n.t("Blue: the base image. Orange: what your Dockerfile adds. Dashed: the limit of the challenge."))}</p>
${overview(measured)}
${measured.map(layers).join("\n")}`;
}

function bar(variant: Measured, all: readonly Measured[]): string {
  const widest = Math.max(...all.map(({ bytes }) => bytes), COURSE.sizeBudgetBytes);
  const width = (bytes: number): string => ((bytes / widest) * 100).toFixed(2);
  const base = variant.layers[0]?.bytes ?? 0;
  const limit = width(COURSE.sizeBudgetBytes);
  return `<p id="bar-${variant.id}"><strong>${escapeHtml(variantName(variant.id))}</strong>: ${escapeHtml(megabytes(variant.bytes))}</p>
<svg class="bar" aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 10">
<rect class="track" width="100" height="10"></rect><rect class="base" width="${width(base)}" height="10"></rect>
<rect class="own" x="${width(base)}" width="${width(variant.bytes - base)}" height="10"></rect>
<line x1="${limit}" x2="${limit}" y1="0" y2="10" vector-effect="non-scaling-stroke"></line></svg>`;
}

function overview(measured: readonly Measured[]): string {
  const rows: readonly (readonly [string, (figures: VariantFigures) => string])[] = [
    [l10n.t("Size"), ({ bytes }) => megabytes(bytes)],
    [l10n.t("Layers"), (one) => String(one.layers.length)],
    [l10n.t("Stages"), ({ stages }) => String(stages)],
    [l10n.t("User"), ({ uid, user }) => userText(uid, user)],
    [l10n.t("Health check"), ({ hasHealthcheck }) => (hasHealthcheck ? l10n.t("yes") : l10n.t("no"))],
    [
      l10n.t("This build"),
      ({ build }) => l10n.t("{0}, {1} of {2} steps from the cache", seconds(build.ms), build.cached, build.steps),
    ],
    [l10n.t("After a change in src"), ({ afterSourceChange }) => rebuilds(afterSourceChange)],
    [l10n.t("After a change in requirements.txt"), ({ afterRequirementsChange }) => rebuilds(afterRequirementsChange)],
  ];
  const heads = measured.map(({ id }) => `<th scope="col">${escapeHtml(variantName(id))}</th>`);
  const body = rows.map(
    ([name, text]) =>
      `<tr><th scope="row">${escapeHtml(name)}</th>${measured.map((one) => `<td>${escapeHtml(text(one))}</td>`).join("")}</tr>`,
  );
  return `<h2>${escapeHtml(l10n.t("Side by side"))}</h2><table><thead><tr><td></td>${heads.join("")}</tr></thead><tbody>${body.join("")}</tbody></table>`;
}

function layers(variant: Measured): string {
  const rows = variant.layers.map(
    ({ createdBy, bytes }, index) =>
      `<tr><td>${escapeHtml(index === 0 ? l10n.t("base image: {0}", createdBy) : createdBy)}</td><td class="number">${escapeHtml(megabytes(bytes))}</td></tr>`,
  );
  const settings = variant.settings.map(
    (text) =>
      `<tr><td>${escapeHtml(text)}</td><td class="number">${escapeHtml(l10n.t("settings only, no layer"))}</td></tr>`,
  );
  return `<details><summary>${escapeHtml(l10n.t("{0}, layer by layer", variantName(variant.id)))}</summary>
<table><thead><tr><th scope="col">${escapeHtml(l10n.t("Step"))}</th><th scope="col" class="number">${escapeHtml(l10n.t("Files"))}</th></tr></thead><tbody>${[...rows, ...settings].join("")}</tbody></table></details>`;
}

function rebuilds({ ms, rebuilt, cached }: Rebuild): string {
  return l10n.t("{0}: {1} done again, {2} from the cache", seconds(ms), rebuilt.length, cached.length);
}

function userText(uid: number | undefined, user: string): string {
  if (uid === 0) return l10n.t("root (0)");
  return uid === undefined ? user : user === String(uid) ? user : `${user} (${uid})`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

function variantName(id: Variant["id"]): string {
  switch (id) {
    case "naive":
      return l10n.t("Naive");
    case "slim":
      return l10n.t("Slim, one stage");
    case "current":
      return l10n.t("Your Dockerfile now");
  }
}
