/** Control characters, marks that reorder text on screen, and what is not seen at all. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** A name, path or sentence that a submission may have chosen, on one line, with a visible sign where nothing would be seen. */
export function visibleText(text: string): string {
  return text.replace(/[\r\n\t]+/g, " ").replace(UNSEEN, "\ufffd");
}
