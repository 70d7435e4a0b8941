import type { Report } from "../../core/report";
import { percentage } from "./overall-bar";
import { xmlText } from "./xml-text";

const LABEL = "dockerize coach";
const CHARACTER_WIDTH = 7;
const PADDING = 10;

/** The score as a small picture for a README: SVG, with the same words for those who hear it. */
export function badgeReport({ score }: Report): string {
  const value = `${score.earned}/${score.max}`;
  const [left, right] = [LABEL, value].map((text) => text.length * CHARACTER_WIDTH + PADDING) as [number, number];
  const title = xmlText(`${LABEL}: ${score.earned} of ${score.max} points`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" role="img" aria-label="${title}">
  <title>${title}</title>
  <clipPath id="round"><rect width="${left + right}" height="20" rx="3"/></clipPath>
  <g clip-path="url(#round)">
    <rect width="${left}" height="20" fill="#444"/>
    <rect x="${left}" width="${right}" height="20" fill="${colour(percentage(score))}"/>
  </g>
  <g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle">
    <text x="${left / 2}" y="14" textLength="${left - PADDING}">${LABEL}</text>
    <text x="${left + right / 2}" y="14" textLength="${right - PADDING}">${value}</text>
  </g>
</svg>
`;
}

/** Dark enough for white letters: each has a contrast of 4.5 or more to them. */
function colour(percent: number): string {
  if (percent === 100) return "#2a7a2a";
  return percent >= 50 ? "#8a6100" : "#b3391f";
}
