import { isSpace } from "./white-space";

/** Words as they grow: white space ends one, unless it came from quotes. */
export class LexWords {
  readonly done: string[] = [];
  private current = "";
  private inWord = false;

  add(text: string): void {
    for (const character of text) {
      if (!isSpace(character)) this.addRaw(character);
      else if (this.inWord) this.finish();
    }
  }
  addRaw(text: string): void {
    this.current += text;
    this.inWord = true;
  }
  finish(): void {
    if (this.current === "") return;
    this.done.push(this.current);
    this.current = "";
    this.inWord = false;
  }
}
