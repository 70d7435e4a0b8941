import MarkdownIt from "markdown-it";

/**
 * Renders Markdown of ours for a panel. HTML in it stays text, and markdown-it lets no script links through.
 * @param image what a picture's relative address becomes
 */
export function markdownHtml(markdown: string, image: (address: string) => string = (address) => address): string {
  const renderer = new MarkdownIt({ html: false, linkify: false });
  const draw = renderer.renderer.rules["image"];
  renderer.renderer.rules["image"] = (tokens, index, options, env, self) => {
    const token = tokens[index];
    const source = token?.attrGet("src");
    if (token && source) token.attrSet("src", image(String(source)));
    return draw ? draw(tokens, index, options, env, self) : self.renderToken(tokens, index, options);
  };
  return renderer.render(markdown);
}

/** Text in HTML, as content or in an attribute's quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
