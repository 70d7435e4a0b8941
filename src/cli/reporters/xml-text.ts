import { plain } from "../plain";

/** A text inside of an element or an attribute of XML 1.0: none of its signs is markup, and no character is forbidden. */
export function xmlText(text: string): string {
  return plain(text)
    .replace(/[\p{Cs}\ufffe\uffff]/gu, "\ufffd")
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/\n/g, "&#10;");
}
