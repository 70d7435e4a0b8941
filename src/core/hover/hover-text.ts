/** What a hover says of one word of a file: what it does, how it looks, and what trips people up. */
export interface HoverText {
  /** plain words, with `code` in Markdown */
  readonly what: string;
  /** code, as it stands in a file */
  readonly example: string;
  readonly pitfall: string;
  /** the official page */
  readonly link: string;
}
